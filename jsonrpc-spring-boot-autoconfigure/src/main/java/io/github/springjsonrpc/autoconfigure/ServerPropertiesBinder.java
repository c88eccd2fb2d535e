package io.github.springjsonrpc.autoconfigure;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
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

	/**
	 * Create a binder.
	 * @param environment holds the properties
	 */
	public ServerPropertiesBinder(Environment environment) {
		this.binder = Binder.get(environment);
		Map<ConfigurationPropertyName, String> names = new TreeMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource properties) {
				properties.stream()
					.filter(NAMED::isAncestorOf)
					.map((name) -> name.chop(NAMED.getNumberOfElements() + 1))
					.forEach((name) -> names.merge(name, name.getLastElement(Form.ORIGINAL),
							ServerPropertiesBinder::asWritten));
			}
		}
		names.forEach((property, name) -> {
			if (name.equalsIgnoreCase(JsonRpcServer.DEFAULT_NAME)) {
				throw new JsonRpcConfigurationException("The properties '" + property + ".*' name the default server",
						"Set them as 'jsonrpc.server.*'.");
			}
			this.named.put(name, property);
		});
	}

	// an environment variable can't tell "orderApi" and "order-api" from "orderapi"
	private static String asWritten(String one, String other) {
		if (one.length() != other.length()) {
			return (one.length() > other.length()) ? one : other;
		}
		return (one.compareTo(other) < 0) ? one : other;
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
	 * Return the properties of a server.
	 * @param server the name of the server
	 * @return the properties, checked
	 */
	public JsonRpcServerProperties bind(String server) {
		JsonRpcServerProperties properties = new JsonRpcServerProperties();
		bind(DEFAULT, properties, BindHandler.DEFAULT);
		ConfigurationPropertyName own = this.named.get(server);
		if (own != null) {
			try {
				bind(own, properties,
						new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
			}
			catch (BindException ex) {
				throw unknownProperty(ex);
			}
		}
		return properties;
	}

	private void bind(ConfigurationPropertyName prefix, JsonRpcServerProperties properties, BindHandler handler) {
		this.binder.bind(prefix, Bindable.ofInstance(properties), handler);
		properties.check(prefix.toString());
	}

	private static RuntimeException unknownProperty(BindException exception) {
		if (exception.getCause() instanceof UnboundConfigurationPropertiesException unbound) {
			ConfigurationProperty property = unbound.getUnboundProperties().iterator().next();
			return new InvalidConfigurationPropertyValueException(property.getName().toString(), property.getValue(),
					"A single server has no such property. What holds for all servers is set under 'jsonrpc.server'.");
		}
		return exception;
	}

}
