package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The method failed in a way that is not told to the caller.
 *
 * @see JsonRpcErrorCode#INTERNAL_ERROR
 */
public class InternalErrorException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception with the specification's message and no data.
	 */
	public InternalErrorException() {
		this(null);
	}

	/**
	 * Create an exception with the specification's message.
	 * @param data what more to tell the caller, or {@code null} for nothing
	 */
	public InternalErrorException(@Nullable Object data) {
		super(JsonRpcErrorCode.INTERNAL_ERROR.error().withData(data), null, true);
	}

	/**
	 * Create an exception with a message of its own.
	 * @param message the message for the caller, or from the server that was called
	 * @param data what more to tell, or {@code null} for nothing
	 */
	public InternalErrorException(String message, @Nullable Object data) {
		super(new JsonRpcError(JsonRpcErrorCode.INTERNAL_ERROR.code(), message, data), null, true);
	}

}
