package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * Binds and checks the properties of each server: what {@code jsonrpc.servers.<name>}
 * does not say, {@code jsonrpc.server} does.
 */
public final class ServerPropertiesBinder {

	private static final String DEFAULT = "jsonrpc.server";

	private static final String NAMED = "jsonrpc.servers";

	private final Binder binder;

	/**
	 * Create a binder.
	 * @param environment holds the properties
	 */
	public ServerPropertiesBinder(Environment environment) {
		this.binder = Binder.get(environment);
	}

	/**
	 * Return the names of the servers besides the default one.
	 * @return the names, sorted
	 */
	public Set<String> names() {
		return new TreeSet<>(
				this.binder.bind(NAMED, Bindable.mapOf(String.class, Object.class)).map(Map::keySet).orElse(Set.of()));
	}

	/**
	 * Return whether a server has properties, and so an endpoint.
	 * @param server the name of the server
	 * @return {@code true} for the default server and for those with a name of their own
	 */
	public boolean has(String server) {
		return server.equals(JsonRpcServer.DEFAULT_NAME) || names().contains(server);
	}

	/**
	 * Return the properties of a server.
	 * @param server the name of the server
	 * @return the properties, checked
	 */
	public JsonRpcServerProperties bind(String server) {
		JsonRpcServerProperties properties = new JsonRpcServerProperties();
		Bindable<JsonRpcServerProperties> target = Bindable.ofInstance(properties);
		this.binder.bind(DEFAULT, target);
		String prefix = DEFAULT;
		if (!server.equals(JsonRpcServer.DEFAULT_NAME)) {
			prefix = NAMED + "." + server;
			this.binder.bind(ConfigurationPropertyName.of(prefix), target);
		}
		check(properties, prefix);
		return properties;
	}

	private static void check(JsonRpcServerProperties properties, String prefix) {
		require(properties.getPath().startsWith("/"), prefix + ".path", properties.getPath(),
				"It must begin with a slash.");
		require(properties.getBatch().getMaxSize() > 0, prefix + ".batch.max-size", properties.getBatch().getMaxSize(),
				"It must be positive.");
		require(properties.getBatch().getConcurrency() > 0, prefix + ".batch.concurrency",
				properties.getBatch().getConcurrency(), "It must be positive.");
		require(properties.getMaxCollectedItems() > 0, prefix + ".max-collected-items",
				properties.getMaxCollectedItems(), "It must be positive.");
		Duration timeout = properties.getTimeout();
		require(timeout == null || (!timeout.isNegative() && !timeout.isZero()), prefix + ".timeout", timeout,
				"It must be positive.");
		size(properties.getMaxResponseSize(), prefix + ".max-response-size");
	}

	/**
	 * Return a size as a number of bytes.
	 * @param size the size
	 * @param name the name of the property
	 * @return the number
	 */
	public static int size(DataSize size, String name) {
		require(size.toBytes() > 0 && size.toBytes() <= Integer.MAX_VALUE, name, size,
				"It must be positive and less than 2 GB.");
		return (int) size.toBytes();
	}

	private static void require(boolean valid, String name, @Nullable Object value, String reason) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

}
