package io.github.springjsonrpc.server;

import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Defers to a source and turns into an error what Reactor takes for the end of the JVM
 * and throws: when the source is subscribed to, and when the operators behind this one, a
 * middleware's, get the response. On a worker nobody else would catch it, and the caller
 * would wait for ever.
 */
abstract class CaughtMono extends CallMono {

	static CaughtMono of(Mono<JsonRpcResponse> source) {
		return new CaughtMono() {
			@Override
			Mono<JsonRpcResponse> source(ContextView context) {
				return source;
			}
		};
	}

	abstract Mono<JsonRpcResponse> source(ContextView context);

	@Override
	final Mono<JsonRpcResponse> run(ContextView context) {
		Mono<JsonRpcResponse> response;
		try {
			response = source(context);
		}
		catch (Throwable ex) {
			return Mono.error(exception(ex));
		}
		return isPresent(response) ? response : of(response);
	}

	/**
	 * Make an exception of what was thrown, which operators pass on in any case.
	 */
	static IllegalStateException exception(Throwable thrown) {
		return new IllegalStateException("The call failed with an error", thrown);
	}

	@Override
	public final void subscribe(CoreSubscriber<? super JsonRpcResponse> actual) {
		Catcher catcher = new Catcher(actual);
		try {
			source(actual.currentContext()).subscribe(catcher);
		}
		catch (Throwable ex) {
			catcher.caught(ex);
		}
	}

	/**
	 * Passes signals on, until something is thrown.
	 */
	private static final class Catcher implements CoreSubscriber<JsonRpcResponse>, Scannable {

		private final CoreSubscriber<? super JsonRpcResponse> actual;

		private @Nullable Subscription subscription;

		private boolean done;

		Catcher(CoreSubscriber<? super JsonRpcResponse> actual) {
			this.actual = actual;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			this.actual.onSubscribe(subscription);
		}

		@Override
		public void onNext(JsonRpcResponse response) {
			try {
				this.actual.onNext(response);
			}
			catch (Throwable ex) {
				caught(ex);
			}
		}

		@Override
		public void onError(Throwable exception) {
			if (!this.done) {
				this.done = true;
				try {
					this.actual.onError(exception);
				}
				catch (Throwable ex) {
					AnsweredCall.fail(this.actual, exception(ex));
				}
			}
		}

		@Override
		public void onComplete() {
			if (!this.done) {
				this.done = true;
				try {
					this.actual.onComplete();
				}
				catch (Throwable ex) {
					AnsweredCall.fail(this.actual, exception(ex));
				}
			}
		}

		void caught(Throwable thrown) {
			IllegalStateException exception = exception(thrown);
			try {
				if (this.subscription == null) {
					Operators.error(this.actual, exception);
				}
				else {
					this.subscription.cancel();
					onError(exception);
				}
			}
			finally {
				// the operator that threw may take no error any more
				AnsweredCall.fail(this.actual, exception);
			}
		}

		@Override
		@SuppressWarnings("rawtypes")
		public @Nullable Object scanUnsafe(Attr key) {
			return (key == Attr.ACTUAL) ? this.actual : null;
		}

	}

}
