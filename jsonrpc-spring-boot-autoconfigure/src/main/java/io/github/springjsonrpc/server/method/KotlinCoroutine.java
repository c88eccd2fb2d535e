package io.github.springjsonrpc.server.method;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;

import io.micrometer.context.ContextRegistry;
import kotlin.coroutines.CoroutineContext;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KFunction;
import kotlin.reflect.KParameter;
import kotlin.reflect.full.KCallables;
import kotlin.reflect.jvm.KTypesJvm;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.reactor.MonoKt;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

import org.springframework.core.PropagationContextElement;
import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.util.ClassUtils;

/**
 * Runs a suspending function as a {@link Mono}, or what it returns if that is reactive
 * itself. Spring's own {@code CoroutinesUtils} would take {@code null} for an argument
 * that was left out, and thread locals along only on demand.
 */
final class KotlinCoroutine {

	private final KFunction<?> function;

	private final @Nullable ReactiveAdapter resultAdapter;

	KotlinCoroutine(KFunction<?> function) {
		this.function = function;
		this.resultAdapter = ReactiveAdapterRegistry.getSharedInstance()
			.getAdapter(JvmClassMappingKt.getJavaClass(KTypesJvm.getJvmErasure(function.getReturnType())));
	}

	Publisher<?> start(Map<KParameter, @Nullable Object> values) {
		Mono<Object> result = MonoKt
			.mono(context(), (scope, continuation) -> KCallables.callSuspendBy(this.function, values, continuation))
			.onErrorMap(InvocationTargetException.class, InvocationTargetException::getTargetException)
			.mapNotNull(KotlinInvocation::toJavaResult);
		ReactiveAdapter adapter = this.resultAdapter;
		if (adapter == null) {
			return result;
		}
		return adapter.isMultiValue() ? result.flatMapMany(adapter::toPublisher)
				: result.flatMap((value) -> Mono.from(adapter.toPublisher(value)));
	}

	private static CoroutineContext context() {
		return (ThreadLocals.PRESENT && ThreadLocals.areRegistered()) ? ThreadLocals.propagated()
				: Dispatchers.getUnconfined();
	}

	/**
	 * The only place that needs Micrometer's context propagation.
	 */
	private static final class ThreadLocals {

		private static final boolean PRESENT = ClassUtils.isPresent("io.micrometer.context.ContextSnapshotFactory",
				KotlinCoroutine.class.getClassLoader());

		private static boolean areRegistered() {
			return !ContextRegistry.getInstance().getThreadLocalAccessors().isEmpty();
		}

		private static CoroutineContext propagated() {
			return Dispatchers.getUnconfined().plus(new PropagationContextElement());
		}

	}

}
