package io.github.springjsonrpc.sample.tenant;

import java.util.Optional;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Passes the tenant that the header {@code X-Tenant} names on to the methods, as the
 * attribute {@code tenant}.
 */
@Component
class TenantMiddleware implements RpcMiddleware {

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		String tenant = Optional.ofNullable(request.attribute(ServerWebExchange.class))
			.map((exchange) -> exchange.getRequest().getHeaders().getFirst("X-Tenant"))
			.orElse("nobody");
		return chain.next(request.withAttribute("tenant", tenant));
	}

}
