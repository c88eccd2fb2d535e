package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * The handlers and the paths to mount them on.
 *
 * @param handlers the handlers by path
 */
record HttpEndpoints(Map<String, JsonRpcHttpHandler> handlers) {

	/**
	 * Give each handler the path that its server has in the properties. Those of other
	 * servers are left to the application to mount.
	 */
	static HttpEndpoints of(List<JsonRpcHttpHandler> handlers, ServerPropertiesBinder properties) {
		Map<String, JsonRpcHttpHandler> byPath = new LinkedHashMap<>();
		for (JsonRpcHttpHandler handler : handlers) {
			String server = handler.server().name();
			if (properties.has(server)) {
				String path = properties.bind(server).getPath();
				JsonRpcHttpHandler present = byPath.put(path, handler);
				if (present != null) {
					throw new InvalidConfigurationPropertyValueException("jsonrpc.servers." + server + ".path", path,
							"It is the path of the server '" + present.server().name() + "' already.");
				}
			}
		}
		return new HttpEndpoints(byPath);
	}

}
