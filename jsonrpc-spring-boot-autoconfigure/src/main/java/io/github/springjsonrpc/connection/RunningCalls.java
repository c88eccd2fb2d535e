package io.github.springjsonrpc.connection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * The calls of the other side that are running here, each of which can be cancelled by
 * itself.
 */
final class RunningCalls {

	// of two with the same id the first; the other side could not tell them apart anyway
	private final Map<JsonRpcId, Call> requests = new ConcurrentHashMap<>();

	private final Set<Call> notifications = ConcurrentHashMap.newKeySet();

	// cancelled before they have begun
	private final Set<JsonRpcId> unwanted = ConcurrentHashMap.newKeySet();

	private volatile boolean requestsEnded;

	private volatile boolean ended;

	Mono<JsonRpcResponse> track(JsonRpcRequest request, Mono<JsonRpcResponse> source) {
		return new TrackedMono(this, request, source);
	}

	/**
	 * Cancel a request.
	 * @return whether it was running
	 */
	boolean cancel(JsonRpcId id) {
		Call call = this.requests.get(id);
		if (call == null) {
			return false;
		}
		call.abandon();
		return true;
	}

	/**
	 * Cancel a request that has been received, and perhaps has not begun.
	 */
	void cancelAhead(JsonRpcId id) {
		this.unwanted.add(id);
		if (cancel(id)) {
			this.unwanted.remove(id);
		}
	}

	/**
	 * Forget that requests were not to begin, as their message has been answered.
	 */
	void forget(List<JsonRpcId> ids) {
		ids.forEach(this.unwanted::remove);
	}

	boolean hasUnwanted() {
		return !this.unwanted.isEmpty();
	}

	/**
	 * Cancel all requests, those that are still to begin included.
	 */
	void cancelRequests() {
		this.requestsEnded = true;
		this.requests.values().forEach(Call::abandon);
	}

	/**
	 * Cancel everything, what is still to begin included.
	 */
	void end() {
		this.ended = true;
		cancelRequests();
		this.notifications.forEach(Call::abandon);
	}

	boolean isEmpty() {
		return this.requests.isEmpty() && this.notifications.isEmpty() && this.unwanted.isEmpty();
	}

	private boolean isUnwanted(JsonRpcRequest request) {
		JsonRpcId id = request.id();
		return this.ended || (id != null && (this.requestsEnded || this.unwanted.remove(id)));
	}

	private void add(Call call) {
		JsonRpcId id = call.request.id();
		if (id == null) {
			this.notifications.add(call);
		}
		else {
			this.requests.putIfAbsent(id, call);
		}
	}

	private void remove(Call call) {
		JsonRpcId id = call.request.id();
		if (id == null) {
			this.notifications.remove(call);
		}
		else {
			this.requests.remove(id, call);
		}
	}

	private static final class TrackedMono extends Mono<JsonRpcResponse> {

		private final RunningCalls calls;

		private final JsonRpcRequest request;

		private final Mono<JsonRpcResponse> source;

		TrackedMono(RunningCalls calls, JsonRpcRequest request, Mono<JsonRpcResponse> source) {
			this.calls = calls;
			this.request = request;
			this.source = source;
		}

		@Override
		public void subscribe(CoreSubscriber<? super JsonRpcResponse> actual) {
			Call call = new Call(actual, this.calls, this.request);
			this.calls.add(call);
			actual.onSubscribe(call);
			if (this.calls.isUnwanted(this.request)) {
				call.abandon();
			}
			else {
				this.source.subscribe(call);
			}
		}

	}

	/**
	 * Passes on either what the call gives or that it has been cancelled.
	 */
	private static final class Call extends Operators.MonoSubscriber<JsonRpcResponse, JsonRpcResponse> {

		private final RunningCalls calls;

		private final JsonRpcRequest request;

		private final AtomicBoolean done = new AtomicBoolean();

		private volatile @Nullable Subscription source;

		Call(CoreSubscriber<? super JsonRpcResponse> actual, RunningCalls calls, JsonRpcRequest request) {
			super(actual);
			this.calls = calls;
			this.request = request;
		}

		@Override
		public void onSubscribe(Subscription source) {
			this.source = source;
			if (this.done.get()) {
				source.cancel();
			}
			else {
				source.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void onNext(JsonRpcResponse response) {
			if (end()) {
				complete(response);
			}
		}

		@Override
		public void onError(Throwable exception) {
			if (end()) {
				this.actual.onError(exception);
			}
		}

		@Override
		public void onComplete() {
			if (end()) {
				this.actual.onComplete();
			}
		}

		@Override
		public void cancel() {
			super.cancel();
			if (end()) {
				cancelSource();
			}
		}

		void abandon() {
			if (end()) {
				cancelSource();
				Isolation.run(
						() -> complete(JsonRpcResponse.failure(this.request.id(), JsonRpcErrorCode.CANCELLED.error())));
			}
		}

		private boolean end() {
			if (!this.done.compareAndSet(false, true)) {
				return false;
			}
			this.calls.remove(this);
			return true;
		}

		private void cancelSource() {
			Subscription source = this.source;
			if (source != null) {
				Isolation.run(source::cancel);
			}
		}

	}

}
