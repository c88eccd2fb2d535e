package io.github.springjsonrpc.server;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.ContextView;

/**
 * A call whose failure becomes an error response. What {@code onErrorResume} does,
 * without what that needs to go on with another source: it is around every call.
 */
final class MappedCall extends CallMono {

	private final Mono<JsonRpcResponse> call;

	private final JsonRpcRequest request;

	private final ExceptionMappingMiddleware exceptions;

	MappedCall(Mono<JsonRpcResponse> call, JsonRpcRequest request, ExceptionMappingMiddleware exceptions) {
		this.call = call;
		this.request = request;
		this.exceptions = exceptions;
	}

	@Override
	Mono<JsonRpcResponse> run(ContextView context) {
		Mono<JsonRpcResponse> outcome = run(this.call, context);
		if (outcome instanceof Fuseable.ScalarCallable<?> present) {
			try {
				present.call();
				return outcome;
			}
			catch (Throwable ex) {
				return Mono.just(failure(ex));
			}
		}
		return new MappedCall(outcome, this.request, this.exceptions);
	}

	private JsonRpcResponse failure(Throwable exception) {
		// Reactor wraps what is no exception where it has to throw it
		return JsonRpcResponse.failure(this.request.id(),
				this.exceptions.toError(Exceptions.unwrap(exception), this.request));
	}

	@Override
	public void subscribe(CoreSubscriber<? super JsonRpcResponse> actual) {
		this.call.subscribe(new Mapper(actual, this));
	}

	private static final class Mapper extends Operators.MonoSubscriber<JsonRpcResponse, JsonRpcResponse> {

		private final MappedCall mapped;

		private @Nullable Subscription call;

		private boolean done;

		Mapper(CoreSubscriber<? super JsonRpcResponse> actual, MappedCall mapped) {
			super(actual);
			this.mapped = mapped;
		}

		@Override
		public void onSubscribe(Subscription call) {
			this.call = call;
			this.actual.onSubscribe(this);
		}

		@Override
		public void request(long n) {
			super.request(n);
			if (this.call != null) {
				this.call.request(n);
			}
		}

		@Override
		public void cancel() {
			super.cancel();
			if (this.call != null) {
				this.call.cancel();
			}
		}

		@Override
		public void onNext(JsonRpcResponse response) {
			if (!this.done) {
				this.done = true;
				complete(response);
			}
		}

		@Override
		public void onError(Throwable exception) {
			if (this.done) {
				Operators.onErrorDropped(exception, currentContext());
				return;
			}
			this.done = true;
			JsonRpcResponse failure;
			try {
				failure = this.mapped.failure(exception);
			}
			catch (Throwable ex) {
				this.actual.onError(CaughtMono.exception(ex));
				return;
			}
			complete(failure);
		}

		@Override
		public void onComplete() {
			if (!this.done) {
				this.done = true;
				this.actual.onComplete();
			}
		}

	}

}
