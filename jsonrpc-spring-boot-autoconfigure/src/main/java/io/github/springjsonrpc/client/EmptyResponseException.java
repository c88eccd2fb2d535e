package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;

/**
 * The server answered with nothing where there should be a response.
 *
 * @see JsonRpcErrorCode#EMPTY_RESPONSE
 */
public class EmptyResponseException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 */
	public EmptyResponseException() {
		super(JsonRpcErrorCode.EMPTY_RESPONSE.error(), null, false);
	}

}
