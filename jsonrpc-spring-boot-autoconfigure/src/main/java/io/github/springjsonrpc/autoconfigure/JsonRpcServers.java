package io.github.springjsonrpc.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.server.JsonRpcServer;

/**
 * All servers of the application.
 *
 * @param byName the servers by their name
 */
public record JsonRpcServers(Map<String, JsonRpcServer> byName) {

	static JsonRpcServers of(Collection<JsonRpcServer> servers) {
		Map<String, JsonRpcServer> byName = new LinkedHashMap<>();
		for (JsonRpcServer server : servers) {
			if (byName.put(server.name(), server) != null) {
				throw new JsonRpcConfigurationException("Two JSON-RPC servers have the name '" + server.name() + "'",
						"Give each JsonRpcServer bean a name of its own.");
			}
		}
		return new JsonRpcServers(byName);
	}

	List<JsonRpcServer> all() {
		return List.copyOf(this.byName.values());
	}

}
