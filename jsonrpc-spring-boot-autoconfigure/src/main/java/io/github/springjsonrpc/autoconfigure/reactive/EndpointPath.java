package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.springjsonrpc.autoconfigure.JsonRpcConfigurationException;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerProperties;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;

/**
 * Gives each endpoint the path that its server has in the properties. Those of other
 * servers, and of servers with an empty path, are left to the application to mount.
 *
 * @param <E> the type of the endpoints
 * @param properties the properties of the servers
 * @param server the server of an endpoint
 * @param path the path in the properties
 * @param property the name of the path in the properties
 */
record EndpointPath<E>(ServerPropertiesBinder properties, Function<E, JsonRpcServer> server,
		Function<JsonRpcServerProperties, String> path, String property) {

	static EndpointPath<JsonRpcHttpHandler> http(ServerPropertiesBinder properties) {
		return new EndpointPath<>(properties, JsonRpcHttpHandler::server, JsonRpcServerProperties::getPath, "path");
	}

	static EndpointPath<JsonRpcWebSocketEndpoint> webSocket(ServerPropertiesBinder properties) {
		return new EndpointPath<>(properties, JsonRpcWebSocketEndpoint::server, EndpointPath::webSocketPath,
				"websocket.path");
	}

	private static String webSocketPath(JsonRpcServerProperties properties) {
		String path = properties.getWebsocket().getPath();
		return (path != null) ? path : properties.getPath();
	}

	Map<String, E> mount(Collection<E> endpoints) {
		Map<String, E> byPath = new LinkedHashMap<>();
		for (E endpoint : endpoints) {
			String name = nameOf(endpoint);
			String path = this.properties.has(name) ? this.path.apply(this.properties.bind(name)) : "";
			E present = path.isEmpty() ? null : byPath.put(path, endpoint);
			if (present != null) {
				throw this.properties.hasOwn(name, this.property) ? samePath(path, nameOf(present), name)
						: noPath(path, nameOf(present), name);
			}
		}
		return byPath;
	}

	private String nameOf(E endpoint) {
		return this.server.apply(endpoint).name();
	}

	private JsonRpcConfigurationException samePath(String path, String one, String other) {
		return new JsonRpcConfigurationException(
				"The servers '%s' and '%s' have the same path '%s'".formatted(one, other, path),
				"Set 'jsonrpc.servers.%s.%s' to a path of its own.".formatted(other, this.property));
	}

	private JsonRpcConfigurationException noPath(String path, String one, String other) {
		return new JsonRpcConfigurationException(
				"The server '%s' has no path of its own, and '%s' is that of the server '%s'".formatted(other, path,
						one),
				"Set 'jsonrpc.servers.%s.%s', or set it to nothing and mount the endpoint by yourself.".formatted(other,
						this.property));
	}

}
