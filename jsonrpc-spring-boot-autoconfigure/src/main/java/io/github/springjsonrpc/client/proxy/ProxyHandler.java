package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;

import io.github.springjsonrpc.client.JsonRpcClient;
import org.jspecify.annotations.Nullable;

/**
 * Passes what is called on a proxy to what has been planned for it.
 */
final class ProxyHandler implements InvocationHandler {

	private static final Object[] NO_ARGUMENTS = {};

	private final InterfacePlan plan;

	private final JsonRpcClient client;

	private final String name;

	/**
	 * Create a handler.
	 * @param plan what the methods do
	 * @param client what to call with
	 * @param name the name of the client, for people
	 */
	ProxyHandler(InterfacePlan plan, JsonRpcClient client, String name) {
		this.plan = plan;
		this.client = client;
		this.name = name;
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws Throwable {
		ProxyMethod planned = this.plan.methods().get(method);
		if (planned != null) {
			return planned.invoke(this.client, proxy, (arguments != null) ? arguments : NO_ARGUMENTS);
		}
		return switch (method.getName()) {
			case "equals" -> arguments != null && proxy == arguments[0];
			case "hashCode" -> System.identityHashCode(proxy);
			default -> this.plan.type().getName() + " (JSON-RPC client '" + this.name + "')";
		};
	}

}
