package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.client.JsonRpcClient;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringValueResolver;

/**
 * Makes proxies that implement an interface by calling a server. An interface is looked
 * at once, however many proxies are made of it. Thread-safe.
 *
 * <pre class="code">
 * UserClient users = factory.create(UserClient.class, client);
 * </pre>
 *
 * @see RpcClient
 */
public final class RpcProxyFactory {

	/**
	 * The name of the bean that {@link ImportRpcClients} has its proxies made by.
	 */
	public static final String BEAN_NAME = "rpcProxyFactory";

	private final Function<String, @Nullable JsonRpcClient> clients;

	private final StringValueResolver placeholders;

	private final Map<Class<?>, InterfacePlan> plans = new ConcurrentHashMap<>();

	/**
	 * Create a factory.
	 * @param clients gets the client with a name or for a URL, or {@code null} if there
	 * is none
	 * @param placeholders resolves placeholders in annotations
	 */
	public RpcProxyFactory(Function<String, @Nullable JsonRpcClient> clients, StringValueResolver placeholders) {
		this.clients = clients;
		this.placeholders = placeholders;
	}

	/**
	 * Make a proxy that calls with a client of one's own.
	 * @param <T> the interface
	 * @param type the interface, whether it has an {@link RpcClient} or not; what client
	 * that names is not looked at
	 * @param client what to call with; the proxy leaves it open
	 * @return the proxy
	 * @throws InvalidClientException if a method of the interface can't be called
	 */
	public <T> T create(Class<T> type, JsonRpcClient client) {
		return create(type, client, String.valueOf(client));
	}

	/**
	 * Make a proxy that calls with a configured client, or one for a URL.
	 * @param <T> the interface
	 * @param type the interface
	 * @param client the client, as in {@link RpcClient#client()}
	 * @return the proxy
	 * @throws InvalidClientException if there is no such client, or a method of the
	 * interface can't be called
	 */
	public <T> T createNamed(Class<T> type, String client) {
		String name = this.placeholders.resolveStringValue(client);
		if (name == null || name.isEmpty()) {
			throw new InvalidClientException("The client of " + type.getName() + " has no name",
					"Name one by @RpcClient: as in 'jsonrpc.clients.<name>.url', or by its URL.");
		}
		JsonRpcClient found = this.clients.apply(name);
		if (found == null) {
			throw new InvalidClientException(
					"The JSON-RPC client '" + name + "' of " + type.getName() + " does not exist",
					"Configure 'jsonrpc.clients." + name + ".url', or define a JsonRpcClient bean with this name.");
		}
		return create(type, found, name);
	}

	/**
	 * Check an interface before a proxy is needed.
	 * @param type the interface
	 * @throws InvalidClientException if a method of the interface can't be called
	 */
	public void check(Class<?> type) {
		plan(type);
	}

	private <T> T create(Class<T> type, JsonRpcClient client, String name) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), interfaces(type),
				new ProxyHandler(plan(type), client, name)));
	}

	private InterfacePlan plan(Class<?> type) {
		return this.plans.computeIfAbsent(type, (key) -> new InterfacePlanner(key, this.placeholders).plan());
	}

	/**
	 * Return what a proxy implements.
	 */
	static Class<?>[] interfaces(Class<?> type) {
		return new Class<?>[] { type, RpcClient.Proxy.class };
	}

}
