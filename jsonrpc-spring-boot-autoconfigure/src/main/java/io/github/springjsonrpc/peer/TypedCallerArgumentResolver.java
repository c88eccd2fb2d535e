package io.github.springjsonrpc.peer;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.proxy.RpcProxyFactory;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.method.RpcArgument;
import io.github.springjsonrpc.server.method.RpcArgumentResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Resolves parameters whose type is an {@link RpcClient} interface: the caller, to be
 * called back over the same WebSocket connection. What client the annotation names does
 * not matter then. Over HTTP there is no way back, so that a call is refused unless the
 * parameter is optional.
 */
public final class TypedCallerArgumentResolver implements RpcArgumentResolver {

	private final RpcProxyFactory proxies;

	/**
	 * Create a resolver.
	 * @param proxies makes the proxies
	 */
	public TypedCallerArgumentResolver(RpcProxyFactory proxies) {
		this.proxies = proxies;
	}

	@Override
	public @Nullable RpcArgument resolve(MethodParameter parameter) {
		Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
		if (!type.isInterface() || !AnnotatedElementUtils.isAnnotated(type, RpcClient.class)) {
			return null;
		}
		this.proxies.check(type);
		return parameter.isOptional() ? RpcArgument.value((request) -> optionalCaller(type, request)) : RpcArgument
			.value((request) -> this.proxies.create(type, CallerArgumentResolver.requiredCaller(request)));
	}

	private @Nullable Object optionalCaller(Class<?> type, JsonRpcRequest request) {
		JsonRpcClient caller = CallerArgumentResolver.caller(request);
		return (caller != null) ? this.proxies.create(type, caller) : null;
	}

}
