package io.github.springjsonrpc.client.proxy;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * An argument that is not sent but is there for the client's middleware.
 *
 * @param index its place
 * @param name the name of the attribute
 */
record AttributeArgument(int index, String name) implements RequestPart {

	static @Nullable RequestPart of(ClientMethod method, MethodParameter parameter) {
		RpcAttribute annotation = ClientMethod.annotation(parameter, RpcAttribute.class);
		return (annotation != null)
				? new AttributeArgument(parameter.getParameterIndex(), method.nameOf(parameter, annotation.value()))
				: null;
	}

	@Override
	public <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		Object value = Arguments.value(arguments[this.index]);
		return (value != null) ? spec.attribute(this.name, value) : spec;
	}

}
