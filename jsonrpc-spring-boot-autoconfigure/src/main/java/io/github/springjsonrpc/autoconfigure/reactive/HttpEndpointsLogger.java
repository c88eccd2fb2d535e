package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.stream.Collectors;

import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Tells at start-up what is served where.
 */
final class HttpEndpointsLogger implements ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(HttpEndpointsLogger.class);

	private final HttpEndpoints endpoints;

	private final ApplicationContext context;

	HttpEndpointsLogger(HttpEndpoints endpoints, ApplicationContext context) {
		this.endpoints = endpoints;
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		// child contexts tell their parent as well, that of the actuator for one
		if (event.getApplicationContext() == this.context && !this.endpoints.handlers().isEmpty()) {
			logger.info("JSON-RPC over HTTP: " + this.endpoints.handlers()
				.entrySet()
				.stream()
				.map((endpoint) -> "POST " + endpoint.getKey() + " with " + methods(endpoint.getValue()))
				.collect(Collectors.joining(", ")));
		}
	}

	private static String methods(JsonRpcHttpHandler handler) {
		int count = handler.server().methods().all().size();
		return (count == 1) ? "1 method" : count + " methods";
	}

}
