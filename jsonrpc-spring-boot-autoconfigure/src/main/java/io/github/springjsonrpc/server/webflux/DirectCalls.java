package io.github.springjsonrpc.server.webflux;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.WebHandler;

/**
 * Hands calls to the handlers of a mapping, and leaves all other requests to whatever
 * comes behind it.
 *
 * @param mapping knows the handlers
 */
record DirectCalls(JsonRpcHandlerMapping mapping) implements WebFilter {

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		WebHandler handler;
		try {
			handler = this.mapping.handlerOfCall(exchange);
		}
		catch (Exception ex) {
			return Mono.error(ex);
		}
		return (handler != null) ? handler.handle(exchange) : chain.filter(exchange);
	}

}
