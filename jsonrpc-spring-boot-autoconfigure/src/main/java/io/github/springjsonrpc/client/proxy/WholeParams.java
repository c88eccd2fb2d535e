package io.github.springjsonrpc.client.proxy;

import java.util.Collection;
import java.util.Map;

import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import org.jspecify.annotations.Nullable;

/**
 * Sends one argument as the params: the members of an object or a map by name, the
 * elements of a collection or an array by position.
 *
 * @param index its place
 */
record WholeParams(int index) implements RequestPart {

	@Override
	public <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		Object value = Arguments.value(arguments[this.index]);
		return (value instanceof JsonRpcParams params) ? send(spec, given(params)) : send(spec, value);
	}

	private static @Nullable Object given(JsonRpcParams params) {
		return switch (params.kind()) {
			case NONE -> null;
			case NAMED -> params.asMap();
			case POSITIONAL -> params.asList();
		};
	}

	@SuppressWarnings("unchecked")
	private static <S extends RequestSpec<S>> S send(S spec, @Nullable Object value) {
		if (value == null) {
			return spec;
		}
		if (value instanceof Map<?, ?>) {
			return spec.params((Map<String, ? extends @Nullable Object>) value);
		}
		return (value instanceof Collection<?> || value.getClass().isArray())
				? spec.params(PositionalParams.elements(value).toArray()) : spec.paramsOf(value);
	}

}
