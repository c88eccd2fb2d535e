package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import reactor.core.publisher.Mono;

/**
 * A method of the server whose responses must be small.
 */
@RpcService(server = "small")
class SmallMethods {

	@RpcMethod
	Mono<String> repeat(int count) {
		return Mono.just("x".repeat(count));
	}

}
