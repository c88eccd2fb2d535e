package io.github.springjsonrpc.server;

import java.util.stream.Stream;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.ContextView;

/**
 * Runs a call through the chain and sees to it that there is exactly one answer with the
 * id of the request, whatever the middleware does: none, an exception, an answer to
 * something else. One operator instead of the four it would take otherwise, as it is
 * around every call.
 */
final class AnsweredCall extends CallMono {

	private static final FailureLog logger = new FailureLog(JsonRpcServer.class);

	private final RpcMiddleware.Chain chain;

	private final JsonRpcRequest request;

	AnsweredCall(RpcMiddleware.Chain chain, JsonRpcRequest request) {
		this.chain = chain;
		this.request = request;
	}

	@Override
	Mono<JsonRpcResponse> run(ContextView context) {
		try {
			Mono<JsonRpcResponse> outcome = run(this.chain.next(this.request), context);
			if (outcome instanceof Fuseable.ScalarCallable<?> present) {
				JsonRpcResponse response = (JsonRpcResponse) present.call();
				return (response != null && response.id() == this.request.id()) ? outcome
						: Mono.just((response != null) ? answer(response) : failure(noResponse()));
			}
			return new AnsweredCall((request) -> outcome, this.request);
		}
		catch (Throwable ex) {
			// also an error that Reactor does not catch: the caller waits for an answer
			return Mono.just(failure(ex));
		}
	}

	private JsonRpcResponse answer(JsonRpcResponse response) {
		return (response.id() == this.request.id()) ? response : response.withId(this.request.id());
	}

	private JsonRpcResponse failure(Throwable exception) {
		JsonRpcError known = JsonRpcException.errorForCaller(exception);
		if (known != null) {
			return JsonRpcResponse.failure(this.request.id(), known);
		}
		logger.error("JSON-RPC " + this.request + " failed outside of the exception mapping", exception);
		return JsonRpcResponse.failure(this.request.id(), JsonRpcErrorCode.INTERNAL_ERROR.error());
	}

	private static IllegalStateException noResponse() {
		return new IllegalStateException("The middleware gave no response");
	}

	@Override
	public void subscribe(CoreSubscriber<? super JsonRpcResponse> actual) {
		Answer answer = new Answer(actual, this);
		actual.onSubscribe(answer);
		try {
			this.chain.next(this.request).subscribe(answer);
		}
		catch (Throwable ex) {
			// also an error that Reactor does not catch: the caller waits for an answer
			answer.onError(ex);
		}
	}

	/**
	 * Answer a call that failed in a way that no operator of the chain can signal.
	 * @param inside what waits for a signal somewhere in the chain
	 * @param exception the failure
	 */
	static void fail(CoreSubscriber<?> inside, Throwable exception) {
		Scannable chain = Scannable.from(inside);
		Stream.concat(Stream.of(chain), chain.actuals())
			.filter(Answer.class::isInstance)
			.findFirst()
			.ifPresent((answer) -> ((Answer) answer).onError(exception));
	}

	/**
	 * Waits for what comes out of the chain.
	 */
	private static final class Answer extends Operators.MonoSubscriber<JsonRpcResponse, JsonRpcResponse> {

		private final AnsweredCall call;

		private volatile @Nullable Subscription chain;

		Answer(CoreSubscriber<? super JsonRpcResponse> actual, AnsweredCall call) {
			super(actual);
			this.call = call;
		}

		@Override
		public void onSubscribe(Subscription chain) {
			this.chain = chain;
			if (isCancelled()) {
				chain.cancel();
			}
			else {
				chain.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void cancel() {
			super.cancel();
			Subscription chain = this.chain;
			if (chain != null) {
				chain.cancel();
			}
		}

		@Override
		public void onNext(JsonRpcResponse response) {
			complete(this.call.answer(response));
		}

		@Override
		public void onError(Throwable exception) {
			if (isWaiting()) {
				complete(this.call.failure(exception));
			}
		}

		@Override
		public void onComplete() {
			// an exception is dear, and most calls have their response by now
			if (isWaiting()) {
				complete(this.call.failure(noResponse()));
			}
		}

		private boolean isWaiting() {
			return scan(Attr.TERMINATED) != Boolean.TRUE && !isCancelled();
		}

	}

}
