package io.github.springjsonrpc.server.webflux;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Methods that want to know who calls.
 */
@RpcService("caller")
class CallerMethods {

	@RpcMethod
	String principal(String greeting, Principal caller) {
		return greeting + " " + caller.getName();
	}

	@RpcMethod
	Mono<String> principalReactive(Principal caller, String greeting) {
		return Mono.just(greeting + " " + caller.getName());
	}

	@RpcMethod
	String subtype(Caller caller) {
		return caller.name();
	}

	@RpcMethod
	String optional(Optional<Principal> caller) {
		return caller.map(Principal::getName).orElse("nobody");
	}

	@RpcMethod
	String nullable(@Nullable Principal caller) {
		return (caller != null) ? caller.getName() : "nobody";
	}

	@RpcMethod
	String locale(Locale locale) {
		return locale.toLanguageTag();
	}

	@RpcMethod
	Mono<String> exchange(ServerWebExchange exchange, String attribute) {
		return Mono.just(exchange.getAttribute(attribute) + " " + exchange.getRequest().getMethod());
	}

	@RpcMethod
	String request(ServerHttpRequest request, String header) {
		return request.getPath() + " " + request.getHeaders().get(header);
	}

	@RpcMethod
	String call(JsonRpcRequest request, ServerWebExchange exchange) {
		return request + " " + (request.attribute(ServerWebExchange.class) == exchange);
	}

	@RpcMethod
	int count(JsonRpcConnection connection) {
		return (int) connection.session().getAttributes().merge("count", 1, (one, other) -> (int) one + (int) other);
	}

	/**
	 * A principal of the application's own.
	 *
	 * @param name the name
	 */
	record Caller(String name) implements Principal {

		@Override
		public String getName() {
			return this.name;
		}

	}

}
