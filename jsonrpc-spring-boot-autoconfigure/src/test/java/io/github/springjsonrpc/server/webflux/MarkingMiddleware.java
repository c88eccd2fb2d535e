package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Mono;

/**
 * Marks a request, and tells the method which mark was there before.
 */
class MarkingMiddleware implements RpcMiddleware {

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		return request.method().equals("marks") ? chain.next(mark(request)) : chain.next(request);
	}

	private static JsonRpcRequest mark(JsonRpcRequest request) {
		return request.withAttribute("before", String.valueOf(request.attribute("mark")))
			.withAttribute("mark", String.valueOf(request.id()));
	}

}
