package io.github.springjsonrpc.server;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

/**
 * Runs a call through the chain and sees to it that there is exactly one answer with the
 * id of the request, whatever the middleware does: none, an exception, an answer to
 * something else.
 */
final class AnsweredCall {

	private static final Log logger = LogFactory.getLog(JsonRpcServer.class);

	private AnsweredCall() {
	}

	static Mono<JsonRpcResponse> of(RpcMiddleware.Chain chain, JsonRpcRequest request) {
		return Mono.defer(() -> chain.next(request))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("The middleware gave no response")))
			.onErrorResume((ex) -> Mono.just(failure(ex, request)))
			.map((response) -> (response.id() == request.id()) ? response : response.withId(request.id()));
	}

	private static JsonRpcResponse failure(Throwable exception, JsonRpcRequest request) {
		if (exception instanceof JsonRpcException known) {
			return JsonRpcResponse.failure(request.id(), known.error());
		}
		logger.error("JSON-RPC " + request + " failed outside of the exception mapping", exception);
		return JsonRpcResponse.failure(request.id(), JsonRpcErrorCode.INTERNAL_ERROR.error());
	}

}
