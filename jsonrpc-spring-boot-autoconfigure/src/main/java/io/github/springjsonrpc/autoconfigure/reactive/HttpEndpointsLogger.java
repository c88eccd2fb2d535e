package io.github.springjsonrpc.autoconfigure.reactive;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

/**
 * Tells at start-up what is served where.
 */
final class HttpEndpointsLogger implements ApplicationListener<ContextRefreshedEvent> {

	private static final Log logger = LogFactory.getLog(HttpEndpointsLogger.class);

	private final HttpEndpoints endpoints;

	HttpEndpointsLogger(HttpEndpoints endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		this.endpoints.handlers()
			.forEach((path, handler) -> logger.info("JSON-RPC endpoint POST " + path + " with "
					+ handler.server().methods().all().size() + " methods"));
	}

}
