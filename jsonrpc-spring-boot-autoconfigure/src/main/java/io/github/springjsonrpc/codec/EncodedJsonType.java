package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link JsonValue}, by not decoding it.
 */
final class EncodedJsonType extends PreparedType {

	private final JsonValueMapper mapper;

	EncodedJsonType(JsonValueMapper mapper) {
		super(JsonValue.class, false, mapper);
		this.mapper = mapper;
	}

	@Override
	public @Nullable Object read(byte[] json, int offset, int length) {
		EncodedJson value = new EncodedJson(json, offset, offset + length, this.mapper);
		return value.isNull() ? null : value;
	}

}
