package io.github.springjsonrpc.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonStrings;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * A {@link JsonValue} that is a part of the message it came in. The bytes are the
 * message's own and never change.
 */
final class EncodedJson implements JsonValue {

	private final byte[] json;

	private final int start;

	private final int end;

	private final JsonValueMapper mapper;

	EncodedJson(byte[] json, int start, int end, JsonValueMapper mapper) {
		this.json = json;
		this.start = start;
		this.end = end;
		this.mapper = mapper;
	}

	/**
	 * Return a value as what it is.
	 * @throws IllegalArgumentException if it did not come from a {@link JsonRpcCodec}
	 */
	static EncodedJson of(JsonValue value) {
		if (value instanceof EncodedJson encoded) {
			return encoded;
		}
		throw new IllegalArgumentException("Not a value that came from a JsonRpcCodec: " + value.getClass());
	}

	/**
	 * Write a value.
	 * @param type the declared type, or {@code null} to go by the class of the value
	 * @throws JsonEncodingException if it can't be written as JSON
	 */
	static EncodedJson write(Object value, @Nullable Type type, JsonValueMapper mapper) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			mapper.write(value, type, out);
		}
		catch (IOException ex) {
			throw new JsonEncodingException(String.valueOf(ex.getMessage()), ex);
		}
		return new EncodedJson(out.toByteArray(), 0, out.size(), mapper);
	}

	@Override
	public @Nullable Object decode(Type type) {
		try {
			return read(this.mapper.type(type));
		}
		catch (JsonDecodingException ex) {
			throw InvalidParamsException.of(ex.path(), String.valueOf(ex.getMessage()));
		}
	}

	@Nullable Object read(JsonType type) {
		return type.read(this.json, this.start, this.end - this.start);
	}

	boolean isNull() {
		return this.json[this.start] == 'n';
	}

	boolean isArray() {
		return this.json[this.start] == '[';
	}

	boolean isObject() {
		return this.json[this.start] == '{';
	}

	/**
	 * Return the content of a string, or {@code null} if this is none.
	 */
	@Nullable String string() {
		return (this.json[this.start] == '"') ? JsonStrings.unquote(toString()) : null;
	}

	/**
	 * Return a number, or {@code null} if this is no integer of 32 bits.
	 */
	@Nullable Integer integer() {
		try {
			return (this.json[this.start] != '"') ? Integer.valueOf(toString()) : null;
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	JsonCursor cursor() {
		return new JsonCursor(this.json, this.start, this.end, this.mapper);
	}

	@Override
	public List<JsonValue> elements() {
		List<JsonValue> elements = new ArrayList<>();
		if (isArray()) {
			JsonCursor cursor = cursor();
			while (cursor.next()) {
				elements.add(cursor.value());
			}
		}
		return elements;
	}

	@Override
	public Map<String, JsonValue> members() {
		Map<String, JsonValue> members = new LinkedHashMap<>();
		if (isObject()) {
			JsonCursor cursor = cursor();
			while (cursor.next()) {
				members.put(cursor.name(), cursor.value());
			}
		}
		return members;
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		out.write(this.json, this.start, this.end - this.start);
	}

	@Override
	public String toString() {
		return new String(this.json, this.start, this.end - this.start, StandardCharsets.UTF_8);
	}

}
