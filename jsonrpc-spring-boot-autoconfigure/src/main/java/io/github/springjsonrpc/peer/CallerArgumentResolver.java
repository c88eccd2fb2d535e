package io.github.springjsonrpc.peer;

import java.util.Map;

import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcTransport;
import io.github.springjsonrpc.client.RpcIdGenerator;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.method.RpcArgument;
import io.github.springjsonrpc.server.method.RpcArgumentResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Resolves parameters of the type {@link JsonRpcClient}: the caller, to be called back
 * over the same WebSocket connection. Over HTTP there is no way back: a parameter that is
 * not optional fails the call with -32600.
 */
public final class CallerArgumentResolver implements RpcArgumentResolver {

	// one for all, as several clients may share a connection
	private static final RpcIdGenerator IDS = RpcIdGenerator.prefixed("caller-");

	@Override
	public @Nullable RpcArgument resolve(MethodParameter parameter) {
		if (parameter.nestedIfOptional().getNestedParameterType() != JsonRpcClient.class) {
			return null;
		}
		return parameter.isOptional() ? RpcArgument.value((request) -> caller(request))
				: RpcArgument.value(CallerArgumentResolver::requiredCaller);
	}

	static JsonRpcClient requiredCaller(JsonRpcRequest request) {
		JsonRpcClient caller = caller(request);
		if (caller == null) {
			throw new InvalidRequestException(
					Map.of("reason", "the method calls its caller, which takes a WebSocket connection"));
		}
		return caller;
	}

	/**
	 * Return the caller of a method as a client.
	 * @param request the request that called the method
	 * @return a client over the connection of the request, or {@code null} if it came by
	 * another way
	 */
	public static @Nullable JsonRpcClient caller(JsonRpcRequest request) {
		JsonRpcConnection connection = request.attribute(JsonRpcConnection.class);
		return (connection != null)
				? JsonRpcClient.builder(JsonRpcTransport.over(connection), connection.codec()).idGenerator(IDS).build()
				: null;
	}

}
