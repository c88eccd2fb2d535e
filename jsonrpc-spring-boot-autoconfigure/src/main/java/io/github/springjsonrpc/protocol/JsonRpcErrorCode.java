package io.github.springjsonrpc.protocol;

/**
 * The error codes this library uses by itself, each with its reason. Codes from -32768 to
 * -32000 are reserved by the specification; applications use others.
 *
 * @see <a href="https://www.jsonrpc.org/specification#error_object">JSON-RPC 2.0, section
 * 5.1</a>
 */
public enum JsonRpcErrorCode {

	/**
	 * The text is not JSON, or the parser gave up on it: malformed, not UTF-8, or beyond
	 * a limit on depth or token length.
	 */
	PARSE_ERROR(-32700, "Parse error"),

	/** The JSON is not a request. */
	INVALID_REQUEST(-32600, "Invalid Request"),

	/** There is no such method, or it is not offered to this caller. */
	METHOD_NOT_FOUND(-32601, "Method not found"),

	/**
	 * The params do not fit the method. The {@code data} says which parameter and why.
	 */
	INVALID_PARAMS(-32602, "Invalid params"),

	/** The method failed in a way that is not told to the caller. */
	INTERNAL_ERROR(-32603, "Internal error"),

	/** A failure of the server that has no code of its own. */
	SERVER_ERROR(-32000, "Server error"),

	/** The caller is not authenticated, or not allowed to call the method. */
	UNAUTHORIZED(-32001, "Unauthorized"),

	/** The call took longer than the server allows; the same code as go-ethereum. */
	DEADLINE_EXCEEDED(-32002, "Deadline exceeded"),

	/**
	 * The answer, or the batch of answers so far, is larger than the server may send; the
	 * same code as go-ethereum.
	 */
	RESPONSE_TOO_LARGE(-32003, "Response too large"),

	/**
	 * A limit on what may run or wait at once is reached (EIP-1474). -32004 is left out
	 * because EIP-1474 gives it to "method not supported".
	 */
	LIMIT_EXCEEDED(-32005, "Limit exceeded"),

	/** A client got nothing where there should be an answer. Never sent. */
	EMPTY_RESPONSE(-32050, "Empty response"),

	/** A client got no answer in time. Never sent. */
	TIMEOUT(-32051, "Timeout"),

	/** A client could not reach the server, or lost it. Never sent. */
	TRANSPORT_ERROR(-32052, "Transport error"),

	/** A client got an HTTP status that is no success, and no JSON-RPC. Never sent. */
	HTTP_STATUS(-32053, "HTTP status error"),

	/**
	 * The caller cancelled the call; the code of the Language Server Protocol, outside
	 * the range that the specification reserves.
	 */
	CANCELLED(-32800, "Request cancelled");

	private final int code;

	private final String message;

	private final JsonRpcError error;

	JsonRpcErrorCode(int code, String message) {
		this.code = code;
		this.message = message;
		this.error = new JsonRpcError(code, message, null);
	}

	/**
	 * Return the number on the wire.
	 * @return the code
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Return the default message; the specification's own words where it has some.
	 * @return the message
	 */
	public String message() {
		return this.message;
	}

	/**
	 * Return an error with this code, the default message and no data.
	 * @return the error, the same instance each time
	 */
	public JsonRpcError error() {
		return this.error;
	}

}
