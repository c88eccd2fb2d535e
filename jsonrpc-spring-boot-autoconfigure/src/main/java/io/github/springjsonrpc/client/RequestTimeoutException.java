package io.github.springjsonrpc.client;

import java.time.Duration;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;

/**
 * No response came in time. Whether the server has run the call is not known.
 *
 * @see JsonRpcErrorCode#TIMEOUT
 */
public class RequestTimeoutException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private final Duration timeout;

	/**
	 * Create an exception.
	 * @param timeout how long the response was waited for
	 */
	public RequestTimeoutException(Duration timeout) {
		super(new JsonRpcError(JsonRpcErrorCode.TIMEOUT.code(), "No response within " + timeout, null), null, false);
		this.timeout = timeout;
	}

	/**
	 * Return how long the response was waited for.
	 * @return the time
	 */
	public Duration timeout() {
		return this.timeout;
	}

}
