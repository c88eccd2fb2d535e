package io.github.springjsonrpc.connection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Hands messages to the handler, as many at a time as the limit allows and as long as
 * answers find room; the others wait in the order in which they came.
 */
final class InboundCalls {

	private static final Log logger = LogFactory.getLog(JsonRpcConnection.class);

	private static final JsonRpcError BUSY = JsonRpcErrorCode.LIMIT_EXCEEDED.error()
		.withData(Map.of("reason", "too many calls are waiting on this connection"));

	private static final JsonRpcError GONE = JsonRpcErrorCode.SERVER_ERROR.error();

	private final DefaultJsonRpcConnection connection;

	private final RunningCalls calls;

	private final int maxInFlight;

	private final long maxBytes;

	private final Queue<Held> waiting = new ConcurrentLinkedQueue<>();

	private final Set<Held> running = ConcurrentHashMap.newKeySet();

	private final AtomicInteger held = new AtomicInteger();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicInteger draining = new AtomicInteger();

	private volatile @Nullable JsonRpcError refusal;

	InboundCalls(DefaultJsonRpcConnection connection, RunningCalls calls, int maxInFlight, long maxBytes) {
		this.connection = connection;
		this.calls = calls;
		this.maxInFlight = maxInFlight;
		this.maxBytes = maxBytes;
	}

	/**
	 * Return whether more should be read: as many messages may wait as may run, so that a
	 * cancellation is seen while all that may run do.
	 */
	boolean hasRoom() {
		return this.held.get() < 2 * this.maxInFlight && this.bytes.get() < this.maxBytes;
	}

	boolean isEmpty() {
		return this.held.get() == 0;
	}

	void accept(JsonRpcMessage message, int size) {
		// without room it was read for the sake of answers that calls wait for
		JsonRpcError refusal = (this.refusal == null && !hasRoom()) ? BUSY : this.refusal;
		if (refusal != null) {
			refuse(message, refusal);
			return;
		}
		this.held.incrementAndGet();
		this.bytes.addAndGet(size);
		this.waiting.offer(new Held(this, message, size));
		drain();
	}

	/**
	 * Accept no more messages. The calls that wait are answered with the error as well;
	 * notifications that wait are still run, as their sender would not learn of it.
	 */
	void refuseAll(JsonRpcError reason) {
		this.refusal = reason;
		drain();
	}

	/**
	 * Cancel a request, whether it runs, waits, or is one of a batch that runs or waits.
	 */
	void cancel(JsonRpcId id) {
		if (this.calls.cancel(id)) {
			return;
		}
		for (Held next : this.waiting) {
			if (next.message instanceof JsonRpcRequest request && id.equals(request.id())
					&& this.waiting.remove(next)) {
				this.connection.answer(JsonRpcResponse.failure(id, JsonRpcErrorCode.CANCELLED.error()));
				next.release();
				return;
			}
		}
		Stream.concat(this.waiting.stream(), this.running.stream())
			.filter((next) -> next.ids().contains(id))
			.forEach((next) -> cancelAhead(next, id));
	}

	private void cancelAhead(Held next, JsonRpcId id) {
		this.calls.cancelAhead(id);
		if (next.released) {
			// it was answered meanwhile, and another one with the same id may come
			this.calls.forget(List.of(id));
		}
	}

	/**
	 * Cancel what runs, as there is nobody to answer any more.
	 * @param notifications whether to run the notifications, those that wait included
	 */
	void end(boolean notifications) {
		this.refusal = GONE;
		if (!notifications) {
			for (Held next = this.waiting.poll(); next != null; next = this.waiting.poll()) {
				next.release();
			}
		}
		for (Held next : this.running) {
			if (!notifications || isRequest(next.message)) {
				next.cancel();
			}
		}
		drain();
	}

	private static boolean isRequest(JsonRpcMessage message) {
		return message instanceof JsonRpcRequest request && !request.isNotification();
	}

	/**
	 * Start what waits, if there is room now.
	 */
	void drain() {
		if (this.draining.getAndIncrement() != 0) {
			return;
		}
		int missed = 1;
		do {
			while (mayStart()) {
				Held next = this.waiting.poll();
				if (next == null) {
					break;
				}
				start(next);
			}
			missed = this.draining.addAndGet(-missed);
		}
		while (missed != 0);
	}

	// a refusal costs next to nothing
	private boolean mayStart() {
		return this.inFlight.get() < this.maxInFlight && (this.refusal != null || this.connection.isWritable());
	}

	private void start(Held next) {
		this.inFlight.incrementAndGet();
		this.running.add(next);
		// not before, so that it is either seen here or cancelled
		JsonRpcError refusal = this.refusal;
		if (refusal != null && wantsAnswer(next.message)) {
			refuse(next.message, refusal);
			next.onComplete();
			return;
		}
		try {
			this.connection.handle(next.message).subscribe(next);
		}
		catch (Throwable ex) {
			next.onError(ex);
		}
	}

	private void refuse(JsonRpcMessage message, JsonRpcError reason) {
		if (message instanceof JsonRpcBatch batch) {
			var answers = batch.messages()
				.stream()
				.filter(InboundCalls::wantsAnswer)
				.map((entry) -> refusal(entry, reason))
				.toList();
			if (!answers.isEmpty()) {
				this.connection.answer(new JsonRpcBatch(answers));
			}
		}
		else if (wantsAnswer(message)) {
			this.connection.answer(refusal(message, reason));
		}
		else {
			logger.warn("Dropped a " + message + ": " + reason);
		}
	}

	private static boolean wantsAnswer(JsonRpcMessage message) {
		return !(message instanceof JsonRpcRequest request && request.isNotification());
	}

	private static JsonRpcResponse refusal(JsonRpcMessage message, JsonRpcError reason) {
		return (message instanceof JsonRpcRequest request) ? JsonRpcResponse.failure(request.id(), reason)
				: JsonRpcResponse.failure(null, JsonRpcErrorCode.INVALID_REQUEST.error());
	}

	/**
	 * A message until it is answered.
	 */
	private static final class Held implements CoreSubscriber<JsonRpcMessage> {

		private final InboundCalls calls;

		private final JsonRpcMessage message;

		private final int size;

		private volatile boolean cancelled;

		private volatile boolean released;

		private volatile @Nullable Subscription subscription;

		Held(InboundCalls calls, JsonRpcMessage message, int size) {
			this.calls = calls;
			this.message = message;
			this.size = size;
		}

		@Override
		public Context currentContext() {
			return this.calls.connection.context();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			if (this.cancelled) {
				subscription.cancel();
			}
			else {
				subscription.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void onNext(JsonRpcMessage answer) {
			this.calls.connection.answer(answer);
		}

		@Override
		public void onError(Throwable exception) {
			logger.error("The handler of JSON-RPC messages failed", exception);
			onComplete();
		}

		@Override
		public void onComplete() {
			if (this.calls.running.remove(this)) {
				finished();
			}
		}

		void cancel() {
			this.cancelled = true;
			Subscription subscription = this.subscription;
			if (subscription != null) {
				Isolation.run(subscription::cancel);
			}
			onComplete();
		}

		void finished() {
			this.calls.inFlight.decrementAndGet();
			release();
			this.calls.drain();
			this.calls.connection.finished();
		}

		void release() {
			this.released = true;
			if (this.calls.calls.hasUnwanted()) {
				this.calls.calls.forget(ids());
			}
			this.calls.bytes.addAndGet(-this.size);
			this.calls.held.decrementAndGet();
		}

		List<JsonRpcId> ids() {
			List<? extends JsonRpcMessage> entries = (this.message instanceof JsonRpcBatch batch) ? batch.messages()
					: List.of(this.message);
			return entries.stream()
				.filter(JsonRpcRequest.class::isInstance)
				.map((entry) -> ((JsonRpcRequest) entry).id())
				.filter(Objects::nonNull)
				.toList();
		}

	}

}
