package io.github.springjsonrpc.autoconfigure.client;

import java.util.Map;
import java.util.Set;

import io.github.springjsonrpc.autoconfigure.NamedProperties;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * Binds the properties of each client.
 */
final class ClientPropertiesBinder {

	static final String PREFIX = "jsonrpc.clients";

	private final Binder binder;

	private final Map<String, ConfigurationPropertyName> named;

	ClientPropertiesBinder(Environment environment) {
		this.binder = Binder.get(environment);
		this.named = NamedProperties.names(environment, ConfigurationPropertyName.of(PREFIX));
	}

	/**
	 * Return the names of the clients, sorted.
	 */
	Set<String> names() {
		return this.named.keySet();
	}

	/**
	 * Return the properties of a client, checked.
	 */
	JsonRpcClientProperties bind(String client) {
		JsonRpcClientProperties properties = new JsonRpcClientProperties();
		ConfigurationPropertyName prefix = this.named.get(client);
		if (prefix != null) {
			NamedProperties.bind(this.binder, prefix, properties, "A client has no such property.");
			properties.check(prefix.toString());
		}
		return properties;
	}

}
