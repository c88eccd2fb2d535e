package io.github.springjsonrpc.server;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import reactor.util.context.ContextView;

import org.springframework.util.ClassUtils;

/**
 * Carries thread locals that Micrometer's context propagation knows, such as those of
 * tracing and the logging MDC, from a thread and a Reactor Context into the method, on
 * whatever thread that runs. Without that library on the class path, or without anything
 * registered with it, this does nothing.
 */
interface ThreadLocals {

	/**
	 * Set the captured values in the current thread.
	 * @return what puts the earlier ones back
	 */
	Scope set();

	static ThreadLocals capture(ContextView context) {
		return Micrometer.PRESENT ? Micrometer.capture(context) : Micrometer.NONE;
	}

	/**
	 * Puts the values of the thread back to what they were.
	 */
	@FunctionalInterface
	interface Scope extends AutoCloseable {

		@Override
		void close();

	}

	/**
	 * The only place that needs the optional library.
	 */
	final class Micrometer {

		private static final boolean PRESENT = ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory",
				ThreadLocals.class.getClassLoader());

		private static final ThreadLocals NONE = () -> () -> {
		};

		private Micrometer() {
		}

		private static ThreadLocals capture(ContextView context) {
			if (ContextRegistry.getInstance().getThreadLocalAccessors().isEmpty()) {
				return NONE;
			}
			ContextSnapshot snapshot = Factory.INSTANCE.captureAll(context);
			return () -> {
				ContextSnapshot.Scope scope = snapshot.setThreadLocals();
				return scope::close;
			};
		}

		private static final class Factory {

			private static final ContextSnapshotFactory INSTANCE = ContextSnapshotFactory.builder().build();

		}

	}

}
