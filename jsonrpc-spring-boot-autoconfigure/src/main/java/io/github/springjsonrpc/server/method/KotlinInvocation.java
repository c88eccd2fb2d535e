package io.github.springjsonrpc.server.method;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

import kotlin.Unit;
import kotlin.reflect.KFunction;
import kotlin.reflect.KParameter;
import kotlin.reflect.jvm.KCallablesJvm;
import kotlin.reflect.jvm.ReflectJvmMapping;
import org.jspecify.annotations.Nullable;

import org.springframework.core.CoroutinesUtils;
import org.springframework.core.KotlinDetector;

/**
 * The only place that needs Kotlin: coroutines become a reactive type, and parameters
 * with a default that a call leaves out get it.
 */
final class KotlinInvocation {

	private KotlinInvocation() {
	}

	static MethodInvocation of(Method method) {
		if (KotlinDetector.isSuspendingFunction(method)) {
			return (target, arguments) -> CoroutinesUtils.invokeSuspendingFunction(method, target, arguments);
		}
		KFunction<?> function = ReflectJvmMapping.getKotlinFunction(method);
		if (function == null) {
			throw new IllegalArgumentException("Not a Kotlin function: " + method);
		}
		KCallablesJvm.setAccessible(function, true);
		return (target, arguments) -> invoke(function, target, arguments);
	}

	private static @Nullable Object invoke(KFunction<?> function, Object target, @Nullable Object[] arguments)
			throws Throwable {
		Map<KParameter, @Nullable Object> values = new HashMap<>();
		int index = 0;
		for (KParameter parameter : function.getParameters()) {
			if (parameter.getKind() == KParameter.Kind.INSTANCE) {
				values.put(parameter, target);
				continue;
			}
			Object argument = arguments[index++];
			if (argument != null || !parameter.isOptional()) {
				values.put(parameter, argument);
			}
		}
		try {
			Object result = function.callBy(values);
			return (result != Unit.INSTANCE) ? result : null;
		}
		catch (Throwable ex) {
			// thrown by Java reflection but not declared by Kotlin's
			throw (ex instanceof InvocationTargetException wrapper) ? wrapper.getTargetException() : ex;
		}
	}

}
