package io.github.springjsonrpc.autoconfigure.client;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@link ConfigurationProperties Configuration properties} for JSON-RPC clients. Apart
 * from the others, as they need Spring Boot's HTTP client, which a server can do without.
 */
@ConfigurationProperties("jsonrpc")
public class JsonRpcClientsProperties {

	/**
	 * Clients by name, each of which becomes a bean with its name as qualifier.
	 */
	private final Map<String, JsonRpcClientProperties> clients = new LinkedHashMap<>();

	public Map<String, JsonRpcClientProperties> getClients() {
		return this.clients;
	}

}
