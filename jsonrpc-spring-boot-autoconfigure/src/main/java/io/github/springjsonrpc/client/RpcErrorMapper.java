package io.github.springjsonrpc.client;

import java.util.Map;
import java.util.function.Function;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * Turns the error that a server answers with into the exception that the caller gets.
 * Beans of this type hold for all clients, and are asked in their order; where none knows
 * the error, the codes of the specification become the exceptions of the protocol
 * package, and all others a {@link JsonRpcException}. Thread-safe.
 */
@FunctionalInterface
public interface RpcErrorMapper {

	/**
	 * Map an error.
	 * @param error the error; its data is not decoded, see
	 * {@link JsonRpcError#data(Class)}
	 * @param request the request it is the answer to
	 * @return the exception, or {@code null} if this mapper does not know the error
	 */
	@Nullable Exception map(JsonRpcError error, JsonRpcRequest request);

	/**
	 * Return a mapper for some codes.
	 * @param exceptions what makes the exceptions, by code
	 * @return the mapper
	 */
	static RpcErrorMapper ofCodes(Map<Integer, ? extends Function<JsonRpcError, ? extends Exception>> exceptions) {
		Map<Integer, Function<JsonRpcError, ? extends Exception>> copy = Map.copyOf(exceptions);
		return (error, request) -> {
			Function<JsonRpcError, ? extends Exception> exception = copy.get(error.code());
			return (exception != null) ? exception.apply(error) : null;
		};
	}

	/**
	 * Return a mapper for one code.
	 * @param code the code
	 * @param exception makes the exception
	 * @return the mapper
	 */
	static RpcErrorMapper ofCode(int code, Function<JsonRpcError, ? extends Exception> exception) {
		return ofCodes(Map.of(code, exception));
	}

}
