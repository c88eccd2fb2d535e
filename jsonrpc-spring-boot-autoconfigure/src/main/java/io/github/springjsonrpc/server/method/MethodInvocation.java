package io.github.springjsonrpc.server.method;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import io.github.springjsonrpc.server.InvalidMethodException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Invokes one Java or Kotlin method.
 */
@FunctionalInterface
interface MethodInvocation {

	/**
	 * An argument that the call left out and for which the method has a default of its
	 * own. Only Kotlin knows such.
	 */
	Object OMITTED = new Object();

	/**
	 * Invoke the method.
	 * @param target the bean; not used by static methods
	 * @param arguments the arguments, without a coroutine's continuation
	 * @return what the method returns, {@code null} for {@code void}
	 * @throws Throwable what the method throws
	 */
	@Nullable Object invoke(Object target, @Nullable Object[] arguments) throws Throwable;

	/**
	 * Return the arguments as Java sees them, for those who know nothing of Kotlin.
	 */
	default @Nullable Object[] toJavaArguments(@Nullable Object[] arguments) {
		return arguments;
	}

	static MethodInvocation of(Method method) {
		if (RpcJavaMethod.isKotlin(method)) {
			return KotlinInvocation.of(method);
		}
		return ofHandle(method);
	}

	static MethodInvocation ofHandle(Method method) {
		MethodHandle handle = handle(method);
		int count = method.getParameterCount();
		if (Modifier.isStatic(method.getModifiers())) {
			MethodHandle spread = handle.asSpreader(Object[].class, count)
				.asType(MethodType.methodType(Object.class, Object[].class));
			return (target, arguments) -> (Object) spread.invokeExact(arguments);
		}
		MethodHandle spread = handle.asSpreader(Object[].class, count)
			.asType(MethodType.methodType(Object.class, Object.class, Object[].class));
		return (target, arguments) -> (Object) spread.invokeExact(target, arguments);
	}

	private static MethodHandle handle(Method method) {
		try {
			ReflectionUtils.makeAccessible(method);
			// varargs come as the array that they are
			return MethodHandles.lookup().unreflect(method).asFixedArity();
		}
		catch (IllegalAccessException | RuntimeException ex) {
			throw new InvalidMethodException("The method " + method.toGenericString() + " is not accessible",
					"Make the method and its class public, or open their module.", ex);
		}
	}

}
