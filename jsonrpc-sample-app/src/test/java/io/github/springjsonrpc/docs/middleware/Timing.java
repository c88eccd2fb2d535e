package io.github.springjsonrpc.docs.middleware;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

// tag::middleware[]
@Component
@Order(10)
class Timing implements RpcMiddleware {

	private static final Log logger = LogFactory.getLog(Timing.class);

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		return Mono.defer(() -> {
			long start = System.nanoTime();
			return chain.next(request).doOnTerminate(() -> log(request, System.nanoTime() - start));
		});
	}

	private static void log(JsonRpcRequest request, long nanos) {
		logger.info(request.method() + " took " + nanos / 1_000_000 + " ms");
	}

}
// end::middleware[]
