package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;

/**
 * The server answered with more than the client is willing to read.
 *
 * @see JsonRpcErrorCode#RESPONSE_TOO_LARGE
 */
public class ResponseTooLargeException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param limit how many bytes would have been read
	 */
	public ResponseTooLargeException(int limit) {
		super(new JsonRpcError(JsonRpcErrorCode.RESPONSE_TOO_LARGE.code(),
				"The response is larger than " + limit + " bytes", null), null, false);
	}

}
