package io.github.springjsonrpc.server.method;

import io.github.springjsonrpc.annotation.RpcAttribute;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Injects request attributes into {@link RpcAttribute} parameters.
 */
public final class AttributeArgumentResolver implements RpcArgumentResolver {

	@Override
	public @Nullable RpcArgument resolve(MethodParameter parameter) {
		RpcAttribute annotation = ParameterDeclaration.annotation(parameter, RpcAttribute.class);
		if (annotation == null) {
			return null;
		}
		String name = annotation.value().isEmpty() ? parameter.getParameterName() : annotation.value();
		if (name == null) {
			throw new MissingParameterNameException(parameter.toString());
		}
		return RpcArgument.attribute(name);
	}

}
