package io.github.springjsonrpc.server.method;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

import io.github.springjsonrpc.server.InvalidMethodException;
import org.jspecify.annotations.Nullable;

/**
 * Invokes a method by a method handle. It is made for the first call, so that an
 * application starts without those of methods that nobody calls yet; whether it can be
 * made is known from the start.
 */
final class JavaInvocation implements MethodInvocation {

	private static final MethodType TYPE = MethodType.methodType(Object.class, Object.class, Object[].class);

	// not all that the Java language takes fit into a method handle; below this they do
	private static final int MANY_PARAMETERS = 100;

	private final Method method;

	// immutable, so that threads may see it as they like, or make it twice
	private @Nullable MethodHandle handle;

	/**
	 * Create an invocation.
	 * @throws InvalidMethodException if the method is not accessible, or has too many
	 * parameters
	 */
	JavaInvocation(Method method) {
		this.method = method;
		try {
			method.setAccessible(true);
		}
		catch (InaccessibleObjectException ex) {
			throw new InvalidMethodException("The method " + method.toGenericString() + " is not accessible",
					"Make the method and its class public, or open their module.", ex);
		}
		if (method.getParameterCount() > MANY_PARAMETERS) {
			this.handle = handleOfMany();
		}
	}

	private MethodHandle handleOfMany() {
		try {
			return handle();
		}
		catch (IllegalAccessException | IllegalArgumentException ex) {
			throw new InvalidMethodException(
					"The method " + this.method.getDeclaringClass().getName() + "#" + this.method.getName()
							+ " has more parameters than can be passed on",
					"Let it take the params as one object, by @RpcParams.", ex);
		}
	}

	@Override
	public @Nullable Object invoke(Object target, @Nullable Object[] arguments) throws Throwable {
		MethodHandle handle = this.handle;
		if (handle == null) {
			handle = handle();
			this.handle = handle;
		}
		return (Object) handle.invokeExact(target, arguments);
	}

	private MethodHandle handle() throws IllegalAccessException {
		// varargs come as the array that they are
		MethodHandle handle = MethodHandles.lookup()
			.unreflect(this.method)
			.asFixedArity()
			.asSpreader(Object[].class, this.method.getParameterCount());
		return Modifier.isStatic(this.method.getModifiers())
				? MethodHandles.dropArguments(handle.asType(TYPE.dropParameterTypes(0, 1)), 0, Object.class)
				: handle.asType(TYPE);
	}

}
