package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Method;

import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.reflect.KFunction;
import kotlin.reflect.jvm.ReflectJvmMapping;
import kotlinx.coroutines.reactor.MonoKt;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Functions of Kotlin interfaces. The only place that needs Kotlin.
 */
final class KotlinFunction {

	private KotlinFunction() {
	}

	/**
	 * Return the name of a function in its source, which in the class file may be
	 * another.
	 */
	static String nameOf(Method method) {
		KFunction<?> function = ReflectJvmMapping.getKotlinFunction(method);
		return (function != null) ? function.getName() : method.getName();
	}

	/**
	 * Return whether a type is what functions without a result return.
	 */
	static boolean isUnit(Class<?> type) {
		return type == Unit.class;
	}

	/**
	 * Wait for a result without blocking.
	 * @param continuation what to go on with
	 * @return the result, or that there is none yet
	 */
	@SuppressWarnings("unchecked")
	static @Nullable Object await(Mono<Object> result, Object continuation) {
		return MonoKt.awaitSingleOrNull(result, (Continuation<Object>) continuation);
	}

	/**
	 * Wait for the end without blocking.
	 */
	static @Nullable Object awaitUnit(Mono<Object> end, Object continuation) {
		return await(end.then(Mono.just(Unit.INSTANCE)), continuation);
	}

}
