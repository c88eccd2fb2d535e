package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A failure of the server that has no code of its own.
 *
 * @see JsonRpcErrorCode#SERVER_ERROR
 */
public class ServerErrorException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception with the specification's message and no data.
	 */
	public ServerErrorException() {
		this(null);
	}

	/**
	 * Create an exception with the specification's message.
	 * @param data what more to tell the caller, or {@code null} for nothing
	 */
	public ServerErrorException(@Nullable Object data) {
		super(JsonRpcErrorCode.SERVER_ERROR.error().withData(data), null, true);
	}

	/**
	 * Create an exception with a message of its own.
	 * @param message the message for the caller, or from the server that was called
	 * @param data what more to tell, or {@code null} for nothing
	 */
	public ServerErrorException(String message, @Nullable Object data) {
		super(new JsonRpcError(JsonRpcErrorCode.SERVER_ERROR.code(), message, data), null, true);
	}

}
