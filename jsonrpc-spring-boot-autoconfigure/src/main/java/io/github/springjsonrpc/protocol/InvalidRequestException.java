package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The JSON is not a request, or not one that this server takes.
 *
 * @see JsonRpcErrorCode#INVALID_REQUEST
 */
public class InvalidRequestException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception with the specification's message and no data.
	 */
	public InvalidRequestException() {
		this(null);
	}

	/**
	 * Create an exception with the specification's message.
	 * @param data what more to tell the caller, or {@code null} for nothing
	 */
	public InvalidRequestException(@Nullable Object data) {
		super(JsonRpcErrorCode.INVALID_REQUEST.error().withData(data), null, false);
	}

	/**
	 * Create an exception with a message of its own.
	 * @param message the message for the caller, or from the server that was called
	 * @param data what more to tell, or {@code null} for nothing
	 */
	public InvalidRequestException(String message, @Nullable Object data) {
		super(new JsonRpcError(JsonRpcErrorCode.INVALID_REQUEST.code(), message, data), null, false);
	}

}
