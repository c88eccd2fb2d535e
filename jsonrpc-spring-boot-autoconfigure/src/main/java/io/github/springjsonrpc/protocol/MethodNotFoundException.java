package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * There is no such method.
 *
 * @see JsonRpcErrorCode#METHOD_NOT_FOUND
 */
public class MethodNotFoundException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception with the specification's message and no data.
	 */
	public MethodNotFoundException() {
		this(null);
	}

	/**
	 * Create an exception with the specification's message.
	 * @param data what more to tell the caller, or {@code null} for nothing
	 */
	public MethodNotFoundException(@Nullable Object data) {
		super(JsonRpcErrorCode.METHOD_NOT_FOUND.error().withData(data), null, false);
	}

	/**
	 * Create an exception with a message of its own.
	 * @param message the message for the caller, or from the server that was called
	 * @param data what more to tell, or {@code null} for nothing
	 */
	public MethodNotFoundException(String message, @Nullable Object data) {
		super(new JsonRpcError(JsonRpcErrorCode.METHOD_NOT_FOUND.code(), message, data), null, false);
	}

}
