package io.github.springjsonrpc.client;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import io.github.springjsonrpc.protocol.FailedCall;
import io.github.springjsonrpc.protocol.InternalErrorException;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.MethodNotFoundException;
import io.github.springjsonrpc.protocol.ParseErrorException;
import io.github.springjsonrpc.protocol.ServerErrorException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions of one client.
 *
 * @param mappers the mappers to ask, in this order
 * @param endpoint where the server is
 */
record ErrorMapping(List<RpcErrorMapper> mappers, String endpoint) {

	private static final Log logger = LogFactory.getLog(JsonRpcClient.class);

	private static final Map<Integer, BiFunction<String, @Nullable Object, JsonRpcException>> STANDARD = Map.of(
			JsonRpcErrorCode.PARSE_ERROR.code(), ParseErrorException::new, JsonRpcErrorCode.INVALID_REQUEST.code(),
			InvalidRequestException::new, JsonRpcErrorCode.METHOD_NOT_FOUND.code(), MethodNotFoundException::new,
			JsonRpcErrorCode.INVALID_PARAMS.code(), InvalidParamsException::new, JsonRpcErrorCode.INTERNAL_ERROR.code(),
			InternalErrorException::new, JsonRpcErrorCode.SERVER_ERROR.code(), ServerErrorException::new);

	/**
	 * Make the exception for an error that came as an answer.
	 */
	Exception exception(JsonRpcError error, JsonRpcRequest request) {
		for (RpcErrorMapper mapper : this.mappers) {
			Exception exception = map(mapper, error, request);
			if (exception != null) {
				return described(exception, request);
			}
		}
		BiFunction<String, @Nullable Object, JsonRpcException> standard = STANDARD.get(error.code());
		return described(
				(standard != null) ? standard.apply(error.message(), error.data()) : new JsonRpcException(error, null),
				request);
	}

	// the error is what callers have to hear of, and not that its data is of another type
	private static @Nullable Exception map(RpcErrorMapper mapper, JsonRpcError error, JsonRpcRequest request) {
		try {
			return mapper.map(error, request);
		}
		catch (RuntimeException ex) {
			logger.error(mapper + " failed to map the error " + error.code() + " of " + request, ex);
			return null;
		}
	}

	/**
	 * Make the exception for what a transport signals. It signals errors of the server as
	 * they are where it does not pass on the response.
	 */
	Throwable exception(Throwable signalled, JsonRpcRequest request) {
		return (signalled.getClass() == JsonRpcException.class)
				? exception(((JsonRpcException) signalled).error(), request) : described(signalled, request);
	}

	/**
	 * Let an exception tell which call it is about.
	 */
	<E extends Throwable> E described(E exception, JsonRpcRequest request) {
		if (exception instanceof JsonRpcException known) {
			known.initCall(new FailedCall(request.method(), request.id(), this.endpoint));
		}
		return exception;
	}

}
