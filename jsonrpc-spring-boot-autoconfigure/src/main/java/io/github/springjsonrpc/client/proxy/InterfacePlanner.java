package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;

import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringValueResolver;

/**
 * Decides what the methods of one interface do, and refuses what could not be called.
 */
final class InterfacePlanner {

	private final Class<?> type;

	private final MethodPlanner methods;

	private final Map<String, ClientMethod> overloads = new HashMap<>();

	InterfacePlanner(Class<?> type, StringValueResolver placeholders) {
		this.type = type;
		this.methods = new MethodPlanner(type, placeholders);
	}

	InterfacePlan plan() {
		if (!this.type.isInterface() || this.type.isAnnotation()) {
			throw new InvalidClientException(this.type.getName() + " is no interface",
					"Make a client of an interface, whose methods are then calls.");
		}
		if (AutoCloseable.class.isAssignableFrom(this.type)) {
			throw new InvalidClientException(
					this.type.getName() + " is AutoCloseable, so that closing the application would call the server",
					"Do not extend AutoCloseable: what the client needs is closed without it.");
		}
		Map<Method, ProxyMethod> planned = new HashMap<>();
		for (Method method : this.type.getMethods()) {
			if (!Modifier.isStatic(method.getModifiers()) && !ReflectionUtils.isObjectMethod(method)) {
				planned.put(method, method.isDefault() ? DefaultMethod.of(method) : remote(method));
			}
		}
		return new InterfacePlan(this.type, Map.copyOf(planned));
	}

	private ProxyMethod remote(Method javaMethod) {
		ClientMethod method = new ClientMethod(javaMethod, this.type);
		RemoteMethod remote = this.methods.plan(method);
		String name = remote.request().describe();
		// under names of their own, several may well call the same: to wait or not to
		// wait
		ClientMethod other = this.overloads.putIfAbsent(method.name() + " " + name, method);
		if (other != null && !other.hasSameSignature(method)) {
			throw new InvalidClientException(
					"The overloads " + other.describe() + " and " + method.describe()
							+ " both call the JSON-RPC method '" + name + "'",
					"Give one of them another name with @RpcMethod, or make it a default method.");
		}
		return remote;
	}

}
