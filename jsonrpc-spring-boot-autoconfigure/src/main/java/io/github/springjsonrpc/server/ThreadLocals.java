package io.github.springjsonrpc.server;

import reactor.util.context.ContextView;

/**
 * Carries thread locals that Micrometer's context propagation knows, such as those of
 * tracing and the logging MDC, from a thread and a Reactor Context into the method, on
 * whatever thread that runs. Without that library on the class path, or without anything
 * registered with it, this does nothing.
 */
public interface ThreadLocals {

	/**
	 * Set the captured values in the current thread.
	 * @return what puts the earlier ones back
	 */
	Scope set();

	/**
	 * Capture the values of a context, and of the current thread where the context has
	 * none.
	 * @param context the context
	 * @return the values
	 */
	static ThreadLocals capture(ContextView context) {
		return MicrometerThreadLocals.PRESENT ? MicrometerThreadLocals.capture(context) : MicrometerThreadLocals.NONE;
	}

	/**
	 * Puts the values of the thread back to what they were.
	 */
	@FunctionalInterface
	interface Scope extends AutoCloseable {

		@Override
		void close();

	}

}
