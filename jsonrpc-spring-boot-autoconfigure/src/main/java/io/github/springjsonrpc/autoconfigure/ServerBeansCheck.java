package io.github.springjsonrpc.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses beans whose qualifier names no server: they would never be used, which is no
 * small thing for one that is there to keep callers out.
 */
public final class ServerBeansCheck implements SmartInitializingSingleton {

	private final ServerBeans beans;

	private final JsonRpcServers servers;

	private final List<Class<?>> types;

	/**
	 * Create a check.
	 * @param beans finds the beans
	 * @param servers the servers that there are
	 * @param types the types to check
	 */
	public ServerBeansCheck(ServerBeans beans, JsonRpcServers servers, Class<?>... types) {
		this.beans = beans;
		this.servers = servers;
		this.types = List.of(types);
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (Class<?> type : this.types) {
			for (String name : this.beans.names(type, (qualifier) -> qualifier != null)) {
				String server = this.beans.qualifier(name);
				if (server != null && !this.servers.byName().containsKey(server)) {
					throw new JsonRpcConfigurationException(
							"The %s bean '%s' is for the server '%s', which does not exist"
								.formatted(type.getSimpleName(), name, server),
							"Let its @Qualifier name one of %s, or configure 'jsonrpc.servers.%s.path'."
								.formatted(this.servers.byName().keySet(), server));
				}
			}
		}
	}

}
