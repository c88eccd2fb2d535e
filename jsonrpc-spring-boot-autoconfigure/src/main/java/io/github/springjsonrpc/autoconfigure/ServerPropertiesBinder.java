package io.github.springjsonrpc.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * Binds the properties of each server: what {@code jsonrpc.servers.<name>} does not say,
 * {@code jsonrpc.server} does.
 */
public final class ServerPropertiesBinder {

	private static final ConfigurationPropertyName DEFAULT = ConfigurationPropertyName.of("jsonrpc.server");

	private static final ConfigurationPropertyName NAMED = ConfigurationPropertyName.of("jsonrpc.servers");

	private final Binder binder;

	private final Map<String, ConfigurationPropertyName> named = new TreeMap<>();

	private final Map<String, JsonRpcServerProperties> bound = new ConcurrentHashMap<>();

	/**
	 * Create a binder.
	 * @param environment holds the properties
	 */
	public ServerPropertiesBinder(Environment environment) {
		this.binder = Binder.get(environment);
		NamedProperties.names(environment, NAMED).forEach((name, property) -> {
			if (name.equalsIgnoreCase(JsonRpcServer.DEFAULT_NAME)) {
				throw new JsonRpcConfigurationException("The properties '" + property + ".*' name the default server",
						"Set them as 'jsonrpc.server.*'.");
			}
			this.named.put(name, property);
		});
	}

	/**
	 * Return the names of the servers besides the default one.
	 * @return the names, sorted
	 */
	public Set<String> names() {
		return this.named.keySet();
	}

	/**
	 * Return whether a server has properties.
	 * @param server the name of the server
	 * @return {@code true} for the default server and for those with properties of their
	 * own
	 */
	public boolean has(String server) {
		return server.equals(JsonRpcServer.DEFAULT_NAME) || this.named.containsKey(server);
	}

	/**
	 * Return whether a server has a property of its own.
	 * @param server the name of the server
	 * @param property the name of the property, as in {@code path}
	 * @return {@code false} for a server that has that of the default one, unless it is
	 * the default one
	 */
	public boolean hasOwn(String server, String property) {
		ConfigurationPropertyName own = this.named.get(server);
		return own == null || this.binder.bind(own.append(property), Bindable.of(String.class)).isBound();
	}

	/**
	 * Return the properties of a server.
	 * @param server the name of the server
	 * @return the properties, checked; the same object each time
	 */
	public JsonRpcServerProperties bind(String server) {
		return this.bound.computeIfAbsent(server, this::bindAndCheck);
	}

	private JsonRpcServerProperties bindAndCheck(String server) {
		JsonRpcServerProperties properties = new JsonRpcServerProperties();
		this.binder.bind(DEFAULT, Bindable.ofInstance(properties));
		properties.check(DEFAULT.toString());
		ConfigurationPropertyName own = this.named.get(server);
		if (own != null) {
			NamedProperties.bind(this.binder, own, properties,
					"A single server has no such property. What holds for all servers is set under 'jsonrpc.server'.");
			properties.check(own.toString());
		}
		return properties;
	}

}
