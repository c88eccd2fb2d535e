package io.github.springjsonrpc.sample.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Answers calls of the server {@code admin} only if their header {@code X-Admin-Token} is
 * right. The qualifier names the server; a middleware without one is around the calls of
 * all servers.
 */
@Component
@Qualifier("admin")
class AdminTokenMiddleware implements RpcMiddleware {

	private final byte[] token;

	AdminTokenMiddleware(@Value("${sample.admin-token}") String token) {
		this.token = token.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		return isAllowed(request) ? chain.next(request)
				: Mono.error(new JsonRpcException(JsonRpcErrorCode.UNAUTHORIZED.error(), null));
	}

	private boolean isAllowed(JsonRpcRequest request) {
		return Optional.ofNullable(request.attribute(ServerWebExchange.class))
			.map((exchange) -> exchange.getRequest().getHeaders().getFirst("X-Admin-Token"))
			.filter((given) -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), this.token))
			.isPresent();
	}

}
