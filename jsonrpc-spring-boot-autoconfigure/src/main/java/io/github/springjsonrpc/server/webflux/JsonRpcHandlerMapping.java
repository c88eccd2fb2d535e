package io.github.springjsonrpc.server.webflux;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/**
 * Mounts handlers on their paths. A plain URL mapping is the cheapest route that WebFlux
 * has, and web filters still run before it.
 */
public final class JsonRpcHandlerMapping extends SimpleUrlHandlerMapping {

	// ahead of "routerFunctionMapping" and annotated controllers
	private static final int ORDER = -2;

	/**
	 * Create a mapping.
	 * @param handlers the handlers by path
	 */
	public JsonRpcHandlerMapping(Map<String, JsonRpcHttpHandler> handlers) {
		super(handlers, ORDER);
	}

	// asked for preflight requests only: the handler checks all others by itself, so that
	// it does so wherever it is mounted
	@Override
	protected @Nullable CorsConfiguration getCorsConfiguration(Object handler, ServerWebExchange exchange) {
		return (handler instanceof JsonRpcHttpHandler http) ? http.originPolicy().corsConfiguration()
				: super.getCorsConfiguration(handler, exchange);
	}

}
