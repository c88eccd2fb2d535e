package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.springjsonrpc.autoconfigure.JsonRpcConfigurationException;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;

/**
 * The handlers and the paths to mount them on.
 *
 * @param handlers the handlers by path
 */
record HttpEndpoints(Map<String, JsonRpcHttpHandler> handlers) {

	/**
	 * Give each handler the path that its server has in the properties. Those of other
	 * servers, and of servers with an empty path, are left to the application to mount.
	 */
	static HttpEndpoints of(Collection<JsonRpcHttpHandler> handlers, ServerPropertiesBinder properties) {
		Map<String, JsonRpcHttpHandler> byPath = new LinkedHashMap<>();
		for (JsonRpcHttpHandler handler : handlers) {
			String server = handler.server().name();
			String path = properties.has(server) ? properties.bind(server).getPath() : "";
			JsonRpcHttpHandler present = path.isEmpty() ? null : byPath.put(path, handler);
			if (present != null) {
				throw samePath(path, present.server().name(), server);
			}
		}
		return new HttpEndpoints(byPath);
	}

	private static JsonRpcConfigurationException samePath(String path, String one, String other) {
		return new JsonRpcConfigurationException(
				"The servers '%s' and '%s' have the same path '%s'".formatted(one, other, path),
				"Set 'jsonrpc.servers.%s.path' to a path of its own.".formatted(other));
	}

}
