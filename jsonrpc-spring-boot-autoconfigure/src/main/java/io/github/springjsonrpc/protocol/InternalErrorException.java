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

}
