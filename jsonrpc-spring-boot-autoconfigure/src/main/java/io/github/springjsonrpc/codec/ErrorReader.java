package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads the error of a response.
 */
final class ErrorReader {

	private ErrorReader() {
	}

	/**
	 * Read an error.
	 * @return the error, its data undecoded, or {@code null} if the value is none
	 */
	static @Nullable JsonRpcError read(EncodedJson json) {
		Integer code = null;
		String message = null;
		JsonValue data = null;
		JsonCursor cursor = json.isObject() ? json.cursor() : null;
		while (cursor != null && cursor.next()) {
			EncodedJson value = cursor.encoded();
			switch (cursor.name()) {
				case "code" -> code = value.integer();
				case "message" -> message = value.string();
				case "data" -> data = value.isNull() ? null : value;
				default -> {
					// nothing of the protocol's
				}
			}
		}
		return (code != null && message != null) ? new JsonRpcError(code, message, data) : null;
	}

}
