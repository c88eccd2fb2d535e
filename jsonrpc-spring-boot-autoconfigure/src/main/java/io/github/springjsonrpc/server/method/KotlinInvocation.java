package io.github.springjsonrpc.server.method;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import kotlin.Unit;
import kotlin.reflect.KFunction;
import kotlin.reflect.KParameter;
import kotlin.reflect.jvm.KCallablesJvm;
import kotlin.reflect.jvm.ReflectJvmMapping;
import org.jspecify.annotations.Nullable;

/**
 * Invokes Kotlin functions the Kotlin way: parameters that a call leaves out get their
 * default, value classes are made of what they wrap, coroutines become a reactive type.
 * Together with {@link KotlinCoroutine} and {@link KotlinValueClass} the only place that
 * needs Kotlin.
 */
final class KotlinInvocation implements MethodInvocation {

	private final KFunction<?> function;

	private final List<KParameter> parameters;

	private final @Nullable KotlinValueClass[] valueClasses;

	private final int javaParameterCount;

	private final @Nullable KotlinCoroutine coroutine;

	private KotlinInvocation(KFunction<?> function, Method method) {
		KCallablesJvm.setAccessible(function, true);
		this.function = function;
		this.parameters = function.getParameters();
		this.valueClasses = this.parameters.stream()
			.map((parameter) -> KotlinValueClass.of(parameter.getType()))
			.toArray(KotlinValueClass[]::new);
		this.javaParameterCount = method.getParameterCount();
		this.coroutine = function.isSuspend() ? new KotlinCoroutine(function) : null;
	}

	static MethodInvocation of(Method method) {
		KFunction<?> function = function(method);
		if (function != null && needsKotlin(function)) {
			return new KotlinInvocation(function, method);
		}
		MethodInvocation invocation = new JavaInvocation(method);
		return (target, arguments) -> withoutUnit(invocation.invoke(target, arguments));
	}

	/**
	 * Return the name of a function in its source, which in the class file may be
	 * another.
	 */
	static String nameOf(Method method) {
		KFunction<?> function = function(method);
		return (function != null) ? function.getName() : method.getName();
	}

	/**
	 * Return whether a parameter has a default value.
	 */
	static boolean hasDefault(Method method, int index) {
		KFunction<?> function = function(method);
		// the first one is the object itself
		return function != null && function.getParameters().get(index + 1).isOptional();
	}

	// a static method may be a function of the companion object
	private static @Nullable KFunction<?> function(Method method) {
		return Modifier.isStatic(method.getModifiers()) ? null : ReflectJvmMapping.getKotlinFunction(method);
	}

	private static boolean needsKotlin(KFunction<?> function) {
		return function.isSuspend() || KotlinValueClass.of(function.getReturnType()) != null || function.getParameters()
			.stream()
			.anyMatch((parameter) -> parameter.isOptional() || KotlinValueClass.of(parameter.getType()) != null);
	}

	@Override
	public @Nullable Object invoke(Object target, @Nullable Object[] arguments) throws Throwable {
		Map<KParameter, @Nullable Object> values = values(target, arguments);
		if (this.coroutine != null) {
			return this.coroutine.start(values);
		}
		try {
			return toJavaResult(this.function.callBy(values));
		}
		catch (Throwable ex) {
			// thrown by Java reflection but not declared by Kotlin's
			throw (ex instanceof InvocationTargetException wrapper) ? wrapper.getTargetException() : ex;
		}
	}

	private Map<KParameter, @Nullable Object> values(Object target, @Nullable Object[] arguments) throws Throwable {
		Map<KParameter, @Nullable Object> values = new HashMap<>();
		values.put(this.parameters.get(0), target);
		for (int i = 0; i < arguments.length; i++) {
			KParameter parameter = this.parameters.get(i + 1);
			Object argument = arguments[i];
			if (argument != OMITTED) {
				KotlinValueClass valueClass = this.valueClasses[i + 1];
				values.put(parameter, (valueClass != null && argument != null)
						? valueClass.box(argument, parameter.getName()) : argument);
			}
		}
		return values;
	}

	@Override
	public @Nullable Object[] toJavaArguments(@Nullable Object[] arguments) {
		@Nullable Object[] java = Arrays.copyOf(arguments, this.javaParameterCount);
		for (int i = 0; i < java.length; i++) {
			if (java[i] == OMITTED) {
				java[i] = null;
			}
		}
		return java;
	}

	static @Nullable Object toJavaResult(@Nullable Object result) {
		return KotlinValueClass.unbox(withoutUnit(result));
	}

	private static @Nullable Object withoutUnit(@Nullable Object result) {
		return (result != Unit.INSTANCE) ? result : null;
	}

}
