package io.github.springjsonrpc.client.proxy;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Suspends a coroutine until it is there.
 */
final class SuspendingForm implements ReturnForm {

	private final ClientMethod method;

	private final boolean unit;

	private final boolean nullable;

	/**
	 * Create a form.
	 * @param method the method
	 * @param unit whether it returns nothing
	 * @param nullable whether {@code null} may be returned
	 */
	SuspendingForm(ClientMethod method, boolean unit, boolean nullable) {
		this.method = method;
		this.unit = unit;
		this.nullable = nullable;
	}

	@Override
	public @Nullable Object of(Publisher<?> answer, @Nullable Object[] arguments) {
		Object continuation = arguments[arguments.length - 1];
		if (continuation == null) {
			throw new IllegalArgumentException("No continuation for " + this.method.describe());
		}
		Mono<Object> result = Mono.from(answer);
		if (this.unit) {
			return KotlinFunction.awaitUnit(result, continuation);
		}
		return KotlinFunction.await(
				this.nullable ? result : result.switchIfEmpty(Mono.error(() -> BlockingForm.nullResult(this.method))),
				continuation);
	}

}
