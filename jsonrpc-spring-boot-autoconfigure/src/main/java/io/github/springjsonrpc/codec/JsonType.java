package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of one Java type, prepared once by a {@link JsonValueMapper}. Thread-safe.
 */
public interface JsonType {

	/**
	 * Decode a JSON value.
	 * @param json bytes that hold the value
	 * @param offset where the value begins
	 * @param length how many bytes it has
	 * @return the value, or {@code null} for the JSON {@code null}
	 * @throws JsonDecodingException if the value does not fit the type
	 */
	@Nullable Object read(byte[] json, int offset, int length);

	/**
	 * Decode a JSON value that was left undecoded.
	 * @param value a value that came from a {@link JsonRpcCodec}
	 * @return the value, or {@code null} for the JSON {@code null}
	 * @throws JsonDecodingException if the value does not fit the type
	 * @throws IllegalArgumentException if the value is of another origin
	 */
	default @Nullable Object read(JsonValue value) {
		return EncodedJson.of(value).read(this);
	}

	/**
	 * Convert a Java value that did not come as JSON, or was decoded without a type, such
	 * as a {@code Map} made by a middleware.
	 * @param value the value; one that is of the type already is returned as it is
	 * @return the converted value
	 * @throws JsonDecodingException if the value does not fit the type
	 */
	@Nullable Object convert(@Nullable Object value);

}
