package io.github.springjsonrpc.server.webflux;

import java.security.Principal;
import java.util.Locale;
import java.util.function.Function;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.method.RpcArgument;
import io.github.springjsonrpc.server.method.RpcArgumentResolver;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.MethodParameter;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Injects what WebFlux knows of the caller: the {@link ServerWebExchange}, its request,
 * the {@link Principal}, the {@link Locale}, and the {@link JsonRpcConnection} that a
 * call over WebSocket came by. A call without a principal of the wanted type is refused
 * with -32001, unless the parameter is optional.
 */
public final class ExchangeArgumentResolver implements RpcArgumentResolver {

	@Override
	public @Nullable RpcArgument resolve(MethodParameter parameter) {
		Class<?> type = parameter.getNestedParameterType();
		if (type == ServerWebExchange.class) {
			return exchange((exchange) -> exchange);
		}
		if (type == ServerHttpRequest.class) {
			return exchange(ServerWebExchange::getRequest);
		}
		if (type == JsonRpcConnection.class) {
			return RpcArgument.value((request) -> request.attribute(JsonRpcConnection.class));
		}
		if (type == Locale.class) {
			return exchange(ExchangeArgumentResolver::locale);
		}
		if (Principal.class.isAssignableFrom(type)) {
			return principal(type, parameter.isOptional());
		}
		return null;
	}

	// as elsewhere in Spring, the default one for callers that ask for none
	private static Locale locale(ServerWebExchange exchange) {
		Locale locale = exchange.getLocaleContext().getLocale();
		return (locale != null) ? locale : Locale.getDefault();
	}

	private static RpcArgument exchange(Function<ServerWebExchange, @Nullable Object> value) {
		return RpcArgument.value((request) -> {
			ServerWebExchange exchange = request.attribute(ServerWebExchange.class);
			return (exchange != null) ? value.apply(exchange) : null;
		});
	}

	// a caller of another kind is as good as none
	private static RpcArgument principal(Class<?> type, boolean optional) {
		return RpcArgument.deferred((request) -> optional ? principal(request).filter(type::isInstance)
				: principal(request).filter(type::isInstance)
					.switchIfEmpty(Mono.error(ExchangeArgumentResolver::unauthorized)));
	}

	private static Mono<Principal> principal(JsonRpcRequest request) {
		ServerWebExchange exchange = request.attribute(ServerWebExchange.class);
		return (exchange != null) ? exchange.getPrincipal() : Mono.empty();
	}

	private static JsonRpcException unauthorized() {
		return new JsonRpcException(JsonRpcErrorCode.UNAUTHORIZED.error(), null);
	}

}
