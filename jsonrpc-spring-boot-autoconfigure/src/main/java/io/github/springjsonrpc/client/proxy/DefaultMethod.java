package io.github.springjsonrpc.client.proxy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

import io.github.springjsonrpc.client.JsonRpcClient;
import org.jspecify.annotations.Nullable;

/**
 * A method that the interface itself implements. The handle reaches interfaces that are
 * not public, as {@code InvocationHandler.invokeDefault} does not.
 */
final class DefaultMethod implements ProxyMethod {

	private final MethodHandle handle;

	private DefaultMethod(MethodHandle handle) {
		this.handle = handle;
	}

	static DefaultMethod of(Method method) {
		Class<?> type = method.getDeclaringClass();
		try {
			MethodHandle handle = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
				.unreflectSpecial(method, type)
				.asFixedArity()
				.asSpreader(Object[].class, method.getParameterCount());
			return new DefaultMethod(handle.asType(MethodType.methodType(Object.class, Object.class, Object[].class)));
		}
		catch (IllegalAccessException ex) {
			throw new InvalidClientException("The default method " + method.toGenericString() + " is not accessible",
					"Open the package of its interface to this library.", ex);
		}
	}

	@Override
	public @Nullable Object invoke(JsonRpcClient client, Object proxy, @Nullable Object[] arguments) throws Throwable {
		return (Object) this.handle.invokeExact(proxy, arguments);
	}

}
