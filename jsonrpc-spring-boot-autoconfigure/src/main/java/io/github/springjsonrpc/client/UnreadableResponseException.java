package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import org.jspecify.annotations.Nullable;

/**
 * What the server sent is no response to the call: not JSON, not JSON-RPC, with another
 * id, or with a result that does not fit the type.
 *
 * @see JsonRpcErrorCode#PARSE_ERROR
 */
public class UnreadableResponseException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	/**
	 * Create an exception.
	 * @param reason what is wrong, in words for the log
	 */
	public UnreadableResponseException(String reason) {
		this(reason, null);
	}

	/**
	 * Create an exception.
	 * @param reason what is wrong, in words for the log
	 * @param cause the cause, or {@code null}
	 */
	public UnreadableResponseException(String reason, @Nullable Throwable cause) {
		super(JsonRpcErrorCode.PARSE_ERROR.error(), cause, false);
		this.reason = reason;
	}

	/**
	 * Return what is wrong.
	 * @return the reason, in words for the log
	 */
	public String reason() {
		return this.reason;
	}

	@Override
	public String toString() {
		return super.toString() + ": " + this.reason;
	}

}
