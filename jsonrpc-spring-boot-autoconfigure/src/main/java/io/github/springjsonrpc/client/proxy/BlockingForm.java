package io.github.springjsonrpc.client.proxy;

import java.util.List;
import java.util.Optional;

import io.github.springjsonrpc.client.UnreadableResponseException;
import io.github.springjsonrpc.protocol.JsonRpcException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for what comes back.
 */
final class BlockingForm implements ReturnForm {

	private final ClientMethod method;

	private final boolean optional;

	private final boolean nullable;

	private final List<Class<?>> checkedExceptions;

	/**
	 * Create a form.
	 * @param method the method
	 * @param optional whether it returns an {@link Optional}
	 * @param nullable whether {@code null} may be returned
	 */
	BlockingForm(ClientMethod method, boolean optional, boolean nullable) {
		this.method = method;
		this.optional = optional;
		this.nullable = nullable;
		this.checkedExceptions = List.of(method.getMethod().getExceptionTypes());
	}

	@Override
	public @Nullable Object of(Publisher<?> answer, @Nullable Object[] arguments) throws Throwable {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(
					"The method " + this.method.describe() + " waits for its answer, and must not on the thread "
							+ Thread.currentThread().getName() + ": call it elsewhere, or let it return a Mono");
		}
		Object value = wait(Mono.from(answer));
		if (this.optional) {
			return Optional.ofNullable(value);
		}
		if (value == null && !this.nullable) {
			throw nullResult(this.method);
		}
		return value;
	}

	/**
	 * Return what to fail with where {@code null} can't be returned.
	 */
	static JsonRpcException nullResult(ClientMethod method) {
		return new UnreadableResponseException("the result is null, which " + method.describe() + " can't return");
	}

	private @Nullable Object wait(Mono<?> answer) throws Throwable {
		try {
			return answer.contextCapture().block();
		}
		catch (RuntimeException ex) {
			Throwable cause = Exceptions.unwrap(ex);
			throw this.checkedExceptions.stream().anyMatch((type) -> type.isInstance(cause)) ? cause : ex;
		}
	}

}
