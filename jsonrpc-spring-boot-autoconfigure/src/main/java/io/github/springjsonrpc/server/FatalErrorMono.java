package io.github.springjsonrpc.server;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Passes on as an error what Reactor takes for fatal, such as a class that can't be
 * loaded, and throws instead. On another thread than the one that subscribed nobody would
 * catch it, and the caller would wait for ever.
 *
 * @param <T> the type of the value
 */
final class FatalErrorMono<T> extends MonoOperator<T, T> {

	FatalErrorMono(Mono<? extends T> source) {
		super(source);
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		Catching<T> catching = new Catching<>(actual);
		try {
			this.source.subscribe(catching);
		}
		catch (Throwable ex) {
			catching.caught(ex);
		}
	}

	private static final class Catching<T> implements CoreSubscriber<T> {

		private final CoreSubscriber<? super T> actual;

		private @Nullable Subscription subscription;

		private boolean done;

		Catching(CoreSubscriber<? super T> actual) {
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
		public void onNext(T value) {
			try {
				this.actual.onNext(value);
			}
			catch (Throwable ex) {
				caught(ex);
			}
		}

		@Override
		public void onError(Throwable exception) {
			if (!this.done) {
				this.actual.onError(exception);
			}
		}

		@Override
		public void onComplete() {
			if (!this.done) {
				this.actual.onComplete();
			}
		}

		void caught(Throwable error) {
			if (this.done) {
				Operators.onErrorDropped(error, currentContext());
				return;
			}
			this.done = true;
			Throwable failure = new IllegalStateException("The call failed with an error", error);
			if (this.subscription == null) {
				Operators.error(this.actual, failure);
			}
			else {
				this.subscription.cancel();
				this.actual.onError(failure);
			}
		}

	}

}
