package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;

/**
 * The server answered with an HTTP status that is no success, and with no JSON-RPC. What
 * it sent is not in the {@link #data()}, which a method that lets this exception pass
 * would tell its own caller.
 *
 * @see JsonRpcErrorCode#HTTP_STATUS
 */
public class HttpStatusException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_BODY = 512;

	private final int status;

	private final String body;

	/**
	 * Create an exception.
	 * @param status the HTTP status
	 * @param body the body, which is cut to 512 characters
	 */
	public HttpStatusException(int status, String body) {
		super(new JsonRpcError(JsonRpcErrorCode.HTTP_STATUS.code(), "HTTP status " + status, null), null, false);
		this.status = status;
		this.body = (body.length() <= MAX_BODY) ? body : body.substring(0, MAX_BODY);
	}

	/**
	 * Return the HTTP status.
	 * @return the status
	 */
	public int status() {
		return this.status;
	}

	/**
	 * Return the body of the response.
	 * @return at most 512 characters, empty if there was no body
	 */
	public String body() {
		return this.body;
	}

}
