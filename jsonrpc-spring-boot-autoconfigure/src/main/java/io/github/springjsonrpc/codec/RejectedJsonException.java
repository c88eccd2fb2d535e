package io.github.springjsonrpc.codec;

import java.util.Map;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;

/**
 * A text is read no further: it is not JSON, or beyond a limit. Without a stack trace:
 * any caller can cause it.
 */
final class RejectedJsonException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient JsonRpcError error;

	private RejectedJsonException(String reason, JsonRpcError error) {
		super(reason, null, false, false);
		this.error = error;
	}

	/**
	 * The text is not JSON. Callers get the error as the specification prints it.
	 */
	static RejectedJsonException malformed(String reason) {
		return new RejectedJsonException(reason, JsonRpcErrorCode.PARSE_ERROR.error());
	}

	/**
	 * The text may be fine but there is too much of it, which callers can't guess and are
	 * therefore told.
	 */
	static RejectedJsonException limit(JsonRpcErrorCode code, String reason) {
		return new RejectedJsonException(reason, code.error().withData(Map.of("reason", reason)));
	}

	InvalidMessage toMessage() {
		return new InvalidMessage(JsonRpcId.NULL, this.error, String.valueOf(getMessage()));
	}

}
