package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

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
		return new JavaInvocation(method);
	}

}
