package io.github.springjsonrpc.client.proxy;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.core.ReactiveAdapter;

/**
 * How a method returns what comes back.
 */
@FunctionalInterface
interface ReturnForm {

	/**
	 * Return it.
	 * @param answer what comes back, which nobody has subscribed to
	 * @param arguments the arguments of the method
	 */
	@Nullable Object of(Publisher<?> answer, @Nullable Object[] arguments) throws Throwable;

	/**
	 * As a reactive type or a future.
	 */
	static ReturnForm reactive(ReactiveAdapter adapter) {
		return (answer, arguments) -> adapter.fromPublisher(answer);
	}

}
