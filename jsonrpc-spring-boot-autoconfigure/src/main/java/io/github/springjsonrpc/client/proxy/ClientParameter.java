package io.github.springjsonrpc.client.proxy;

import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcParam;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * A parameter whose argument is one of the params, or the rest of them.
 *
 * @param method the method
 * @param parameter the parameter
 * @param optional whether {@code null} is left out
 * @param rest what rest it takes
 */
record ClientParameter(ClientMethod method, MethodParameter parameter, boolean optional, Rest rest) {

	static ClientParameter of(ClientMethod method, MethodParameter parameter) {
		RpcParam annotation = ClientMethod.annotation(parameter, RpcParam.class);
		boolean optional = parameter.isOptional() || (annotation != null
				&& (!annotation.required() || !RpcParam.NO_DEFAULT.equals(annotation.defaultValue())));
		return new ClientParameter(method, parameter, optional, rest(method, parameter, annotation));
	}

	private static Rest rest(ClientMethod method, MethodParameter parameter, @Nullable RpcParam annotation) {
		Class<?> type = parameter.getParameterType();
		if (method.isVarArgs(parameter)) {
			return Rest.BY_POSITION;
		}
		if (annotation == null || !annotation.rest()) {
			return Rest.NONE;
		}
		if (type == Map.class) {
			return Rest.BY_NAME;
		}
		if (type == List.class || type.isArray()) {
			return Rest.BY_POSITION;
		}
		throw new InvalidClientException(method.describe(parameter) + " gives the rest but is neither a List nor a Map",
				"Make it a List or an array for params by position, or a Map with String keys for params by name.");
	}

	/**
	 * Return the name.
	 * @throws InvalidClientException if it has none
	 */
	String name() {
		RpcParam annotation = ClientMethod.annotation(this.parameter, RpcParam.class);
		return this.method.nameOf(this.parameter, (annotation != null) ? annotation.name() : "");
	}

	/**
	 * Pick the argument.
	 * @return the value to send
	 */
	@Nullable Object value(@Nullable Object[] arguments) {
		return Arguments.value(arguments[this.parameter.getParameterIndex()]);
	}

	/**
	 * What a parameter takes besides a value of its own.
	 */
	enum Rest {

		NONE, BY_NAME, BY_POSITION

	}

}
