package io.github.springjsonrpc.protocol;

/**
 * A text, or an entry of a batch, that is not a JSON-RPC message. It is a value and not
 * an exception because the protocol wants an answer to it.
 *
 * @param id the id to answer with: the one of the message where it could be read and is
 * of a valid type, otherwise {@link JsonRpcId#NULL}
 * @param error the error to answer with
 * @param reason what is wrong, in words for the log; it may be more precise than
 * {@code error}
 * @param response whether it looks like a response, with a result or an error and no
 * method: between peers nobody answers that, but the call with this id has failed
 */
public record InvalidMessage(JsonRpcId id, JsonRpcError error, String reason,
		boolean response) implements JsonRpcMessage {

	/**
	 * Create a message that does not look like a response.
	 * @param id the id to answer with
	 * @param error the error to answer with
	 * @param reason what is wrong
	 */
	public InvalidMessage(JsonRpcId id, JsonRpcError error, String reason) {
		this(id, error, reason, false);
	}

	/**
	 * Create the answer to this message.
	 * @return the error response
	 */
	public JsonRpcResponse toResponse() {
		return JsonRpcResponse.failure(this.id, this.error);
	}

}
