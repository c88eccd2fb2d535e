package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The text is not JSON.
 *
 * @see JsonRpcErrorCode#PARSE_ERROR
 */
public class ParseErrorException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception with the specification's message and no data.
	 */
	public ParseErrorException() {
		this(null);
	}

	/**
	 * Create an exception with the specification's message.
	 * @param data what more to tell the caller, or {@code null} for nothing
	 */
	public ParseErrorException(@Nullable Object data) {
		super(JsonRpcErrorCode.PARSE_ERROR.error().withData(data), null, false);
	}

	/**
	 * Create an exception with a message of its own.
	 * @param message the message for the caller, or from the server that was called
	 * @param data what more to tell, or {@code null} for nothing
	 */
	public ParseErrorException(String message, @Nullable Object data) {
		super(new JsonRpcError(JsonRpcErrorCode.PARSE_ERROR.code(), message, data), null, false);
	}

}
