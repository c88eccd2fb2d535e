package io.github.springjsonrpc.protocol;

import java.util.List;

/**
 * A batch: several messages in one JSON array.
 *
 * @param messages the entries in the order of the array; entries are never batches
 * @see <a href="https://www.jsonrpc.org/specification#batch">JSON-RPC 2.0, section 6</a>
 */
public record JsonRpcBatch(List<? extends JsonRpcMessage> messages) implements JsonRpcMessage {

	public JsonRpcBatch {
		messages = List.copyOf(messages);
	}

}
