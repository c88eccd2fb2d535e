package io.github.springjsonrpc.server.webflux;

import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Lets HTTP and WebSocket share a path.
 */
record UpgradeSwitch(JsonRpcHttpHandler http, JsonRpcWebSocketEndpoint webSocket) implements WebHandler {

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		return JsonRpcWebSocketEndpoint.isUpgrade(exchange) ? this.webSocket.handle(exchange)
				: this.http.handle(exchange);
	}

}
