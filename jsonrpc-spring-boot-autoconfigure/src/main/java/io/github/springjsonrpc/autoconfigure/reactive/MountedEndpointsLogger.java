package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Tells at start-up what is served where.
 */
final class MountedEndpointsLogger implements ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(MountedEndpointsLogger.class);

	private final MountedEndpoints endpoints;

	private final ApplicationContext context;

	MountedEndpointsLogger(MountedEndpoints endpoints, ApplicationContext context) {
		this.endpoints = endpoints;
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		String summary = summary();
		// child contexts tell their parent as well, that of the actuator for one
		if (event.getApplicationContext() == this.context && !summary.isEmpty()) {
			logger.info("JSON-RPC: " + summary);
		}
	}

	private String summary() {
		List<String> parts = new ArrayList<>();
		this.endpoints.http().forEach((path, handler) -> {
			String transports = isShared(path) ? "POST and WebSocket " : "POST ";
			parts.add(transports + path + " with " + methods(handler.server()));
		});
		this.endpoints.webSocket().forEach((path, endpoint) -> {
			if (!isShared(path)) {
				parts.add("WebSocket " + path + " with " + methods(endpoint.server()));
			}
		});
		return String.join(", ", parts);
	}

	private boolean isShared(String path) {
		JsonRpcHttpHandler http = this.endpoints.http().get(path);
		JsonRpcWebSocketEndpoint webSocket = this.endpoints.webSocket().get(path);
		return http != null && webSocket != null && http.server() == webSocket.server();
	}

	private static String methods(JsonRpcServer server) {
		int count = server.methods().all().size();
		return (count == 1) ? "1 method" : count + " methods";
	}

}
