package io.github.springjsonrpc.client;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for what is reactive.
 */
final class Blocking {

	private Blocking() {
	}

	static <T> @Nullable T get(Mono<T> mono) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("The thread " + Thread.currentThread().getName()
					+ " must not block: return the Mono that retrieve() gives, or move to another thread");
		}
		try {
			return mono.contextCapture().block();
		}
		catch (RuntimeException ex) {
			throw Blocking.<RuntimeException>asItIs(Exceptions.unwrap(ex));
		}
	}

	// a mapper may make checked exceptions, which callers of its methods know of
	@SuppressWarnings("unchecked")
	private static <E extends Throwable> E asItIs(Throwable exception) throws E {
		throw (E) exception;
	}

}
