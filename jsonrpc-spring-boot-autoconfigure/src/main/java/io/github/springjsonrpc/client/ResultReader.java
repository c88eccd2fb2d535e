package io.github.springjsonrpc.client;

import java.lang.reflect.Type;
import java.util.List;
import java.util.function.Function;

import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/**
 * Takes the result out of a response, or the exception.
 *
 * @param json writes what a middleware put in the place of a result
 * @param errors makes the exceptions
 */
record ResultReader(Function<Object, JsonValue> json, ErrorMapping errors) {

	/**
	 * Return the result.
	 * @return the result, or {@code null} if it is null
	 */
	@Nullable Object read(JsonRpcResponse response, JsonRpcRequest request, Type type) {
		JsonValue result = result(response, request);
		return (result != null) ? decode(result, request, type) : null;
	}

	/**
	 * Return the elements of the result.
	 */
	List<JsonValue> elements(JsonRpcResponse response, JsonRpcRequest request) {
		JsonValue result = result(response, request);
		if (result == null) {
			return List.of();
		}
		List<JsonValue> elements = result.elements();
		if (elements.isEmpty() && decode(result, request, List.class) == null) {
			return List.of();
		}
		return elements;
	}

	private @Nullable JsonValue result(JsonRpcResponse response, JsonRpcRequest request) {
		if (response.error() != null) {
			throw Exceptions.propagate(this.errors.exception(response.error(), request));
		}
		Object result = response.result();
		return (result == null || result instanceof JsonValue) ? (JsonValue) result : this.json.apply(result);
	}

	@Nullable Object decode(JsonValue value, JsonRpcRequest request, Type type) {
		if (type == JsonValue.class) {
			return value;
		}
		if (type == Void.class || type == void.class) {
			return null;
		}
		try {
			return value.decode(type);
		}
		catch (InvalidParamsException ex) {
			throw this.errors.described(
					new UnreadableResponseException("the result does not fit the type: " + ex.data(), ex), request);
		}
	}

}
