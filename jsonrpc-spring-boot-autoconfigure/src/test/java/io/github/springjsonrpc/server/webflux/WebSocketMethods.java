package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import reactor.core.publisher.Mono;

/**
 * Methods for large messages either way.
 */
@RpcService("ws")
class WebSocketMethods {

	@RpcMethod
	Mono<Integer> length(String text) {
		return Mono.just(text.length());
	}

	@RpcMethod
	Mono<String> repeat(int length) {
		return Mono.just("x".repeat(length));
	}

}
