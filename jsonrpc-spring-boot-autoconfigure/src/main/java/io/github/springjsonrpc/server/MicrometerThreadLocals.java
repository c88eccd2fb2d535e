package io.github.springjsonrpc.server;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import reactor.util.context.ContextView;

import org.springframework.util.ClassUtils;

/**
 * The only place that needs the optional library.
 */
final class MicrometerThreadLocals {

	static final boolean PRESENT = ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory",
			MicrometerThreadLocals.class.getClassLoader());

	static final ThreadLocals NONE = () -> () -> {
	};

	private MicrometerThreadLocals() {
	}

	static ThreadLocals capture(ContextView context) {
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
