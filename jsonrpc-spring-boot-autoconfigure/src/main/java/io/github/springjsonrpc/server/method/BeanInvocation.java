package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

import io.github.springjsonrpc.server.InvalidMethodException;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.SpringProxy;
import org.springframework.core.BridgeMethodResolver;
import org.springframework.core.MethodIntrospector;
import org.springframework.util.ClassUtils;

/**
 * Invokes a method on whatever its bean is: an object of the class that declares the
 * method, or a proxy that has no more in common with it than an interface. Of a bean that
 * is not there yet only the first call tells.
 */
final class BeanInvocation implements MethodInvocation {

	private final RpcJavaMethod method;

	private volatile Receiver receiver;

	/**
	 * Create an invocation.
	 * @param method the method
	 * @param exposedType the class of the bean, as far as it is known
	 * @throws InvalidMethodException if a bean of that class can't be called
	 */
	BeanInvocation(RpcJavaMethod method, Class<?> exposedType) {
		this.method = method;
		this.receiver = receiver(exposedType);
	}

	@Override
	public @Nullable Object invoke(Object target, @Nullable Object[] arguments) throws Throwable {
		Receiver receiver = this.receiver;
		if (!receiver.type().isInstance(target)) {
			receiver = receiver(target.getClass());
			this.receiver = receiver;
		}
		return receiver.invocation().invoke(target, arguments);
	}

	@Override
	public @Nullable Object[] toJavaArguments(@Nullable Object[] arguments) {
		return this.receiver.invocation().toJavaArguments(arguments);
	}

	private Receiver receiver(Class<?> exposedType) {
		Method method = this.method.getMethod();
		if (Modifier.isStatic(method.getModifiers())) {
			return new Receiver(Object.class, MethodInvocation.of(method));
		}
		Class<?> declaringType = method.getDeclaringClass();
		if (!declaringType.isAssignableFrom(exposedType)) {
			method = exposedMethod(exposedType);
		}
		else if (Modifier.isFinal(method.getModifiers()) && SpringProxy.class.isAssignableFrom(exposedType)) {
			throw new InvalidMethodException("The method " + this.method.describe() + " is final",
					"Do not make it final (in Kotlin: make it open): the proxy of its bean can't pass the call on.");
		}
		return new Receiver(method.getDeclaringClass(), MethodInvocation.of(method));
	}

	// the method that the proxy has from an interface
	private Method exposedMethod(Class<?> exposedType) {
		try {
			return MethodIntrospector.selectInvocableMethod(this.method.getMethod(), exposedType);
		}
		catch (IllegalStateException ex) {
			return ClassUtils.getAllInterfacesForClassAsSet(exposedType)
				.stream()
				.flatMap((type) -> Arrays.stream(type.getMethods()))
				.filter(this::isImplemented)
				.findFirst()
				.orElseThrow(() -> new InvalidMethodException(
						"The method " + this.method.describe() + " is hidden by a proxy of its bean",
						"Declare it in an interface of the bean, or let the bean be proxied by its class.", ex));
		}
	}

	// with other parameter types, if the interface is generic
	private boolean isImplemented(Method candidate) {
		Method implementation = ClassUtils.getMostSpecificMethod(candidate, this.method.getContainingClass());
		return BridgeMethodResolver.findBridgedMethod(implementation).equals(this.method.getMethod());
	}

	/**
	 * What can be called.
	 *
	 * @param type the class or interface that declares the method to invoke
	 * @param invocation invokes it
	 */
	private record Receiver(Class<?> type, MethodInvocation invocation) {

	}

}
