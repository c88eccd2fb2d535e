package io.github.springjsonrpc.codec;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;

/**
 * Reads a whole text: tells a batch from a single message and what is JSON from what is
 * not.
 */
final class JsonTextReader {

	private final JsonScanner scanner;

	private final MessageReader messages;

	JsonTextReader(byte[] json, JsonValueMapper mapper) {
		this.scanner = new JsonScanner(json, byteOrderMark(json), json.length, mapper.limits());
		this.messages = new MessageReader(new Envelope(json, this.scanner, mapper));
	}

	// RFC 8259, section 8.1: a parser may ignore it; some clients can't help sending it
	private static int byteOrderMark(byte[] json) {
		boolean present = json.length >= 3 && (json[0] & 0xFF) == 0xEF && (json[1] & 0xFF) == 0xBB
				&& (json[2] & 0xFF) == 0xBF;
		return present ? 3 : 0;
	}

	JsonRpcMessage read(int maxBatchSize) {
		try {
			JsonRpcMessage message = (this.scanner.peek() == '[') ? readBatch(maxBatchSize) : readEntry();
			this.scanner.expectEnd();
			return message;
		}
		catch (RejectedJsonException ex) {
			return ex.toMessage();
		}
	}

	private JsonRpcMessage readBatch(int maxBatchSize) {
		this.scanner.enter('[');
		if (this.scanner.leave()) {
			return invalid("an empty batch");
		}
		List<JsonRpcMessage> entries = new ArrayList<>();
		do {
			if (entries.size() == maxBatchSize) {
				throw RejectedJsonException.limit(JsonRpcErrorCode.INVALID_REQUEST,
						"a batch of more than " + maxBatchSize + " entries");
			}
			entries.add(readEntry());
		}
		while (this.scanner.anotherOrLeave());
		return new JsonRpcBatch(entries);
	}

	private JsonRpcMessage readEntry() {
		if (this.scanner.peek() == '{') {
			return this.messages.read();
		}
		this.scanner.skipValue();
		return invalid("neither an object nor a batch");
	}

	private static InvalidMessage invalid(String reason) {
		return new InvalidMessage(JsonRpcId.NULL, JsonRpcErrorCode.INVALID_REQUEST.error(), reason);
	}

}
