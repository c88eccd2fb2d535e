package io.github.springjsonrpc.server.method;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Knows parameters that are not bound to params but injected, such as the caller's
 * principal. Beans of this type are asked in their order, once for each parameter, when
 * the method is registered; those of the application come before the built-in ones.
 */
@FunctionalInterface
public interface RpcArgumentResolver {

	/**
	 * Resolve a parameter.
	 * @param parameter the parameter; of an {@link java.util.Optional} the nested type
	 * counts
	 * @return where its value comes from, or {@code null} if this resolver does not know
	 * the parameter
	 */
	@Nullable RpcArgument resolve(MethodParameter parameter);

	/**
	 * Return a resolver for parameters of one type.
	 * @param type the exact type
	 * @param argument where the value comes from
	 * @return the resolver
	 */
	static RpcArgumentResolver forType(Class<?> type, RpcArgument argument) {
		return (parameter) -> (parameter.getNestedParameterType() == type) ? argument : null;
	}

}
