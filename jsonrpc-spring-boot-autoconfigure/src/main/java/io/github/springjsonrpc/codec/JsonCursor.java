package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Walks once over the elements of an encoded array or the members of an encoded object
 * and decodes each straight from the message. Not thread-safe.
 */
public final class JsonCursor implements ValueCursor {

	private final byte[] json;

	private final JsonValueMapper mapper;

	private final boolean object;

	private final int end;

	// the end of what has been walked over, and so of the current value
	private int at;

	private boolean entered;

	private int nameStart;

	private int nameEnd;

	private int valueStart;

	JsonCursor(byte[] json, int start, int end, JsonValueMapper mapper) {
		this.json = json;
		this.mapper = mapper;
		this.object = json[start] == '{';
		this.at = start;
		this.end = end;
	}

	/**
	 * Return a cursor over a value.
	 * @param value an array or object that came from a {@link JsonRpcCodec}
	 * @return the cursor, before the first element
	 * @throws IllegalArgumentException if the value is a scalar or of another origin
	 */
	public static JsonCursor over(JsonValue value) {
		EncodedJson encoded = EncodedJson.of(value);
		if (encoded.isArray() || encoded.isObject()) {
			return encoded.cursor();
		}
		throw new IllegalArgumentException("Not an array or object");
	}

	@Override
	public boolean next() {
		skipBlank(this.at);
		if (!this.entered) {
			this.entered = true;
			skipBlank(this.at + 1);
			if (isAt(this.object ? '}' : ']')) {
				return false;
			}
		}
		else if (isAt(',')) {
			skipBlank(this.at + 1);
		}
		else {
			return false;
		}
		if (this.object) {
			this.nameStart = this.at;
			this.nameEnd = CheckedJson.endOfString(this.json, this.at, this.end);
			skipBlank(this.nameEnd);
			skipBlank(this.at + 1);
		}
		this.valueStart = this.at;
		this.at = CheckedJson.endOfValue(this.json, this.valueStart, this.end);
		return true;
	}

	private void skipBlank(int from) {
		this.at = CheckedJson.skipBlank(this.json, Math.min(from, this.end), this.end);
	}

	private boolean isAt(char c) {
		return this.at < this.end && this.json[this.at] == c;
	}

	@Override
	public String name() {
		return JsonLexer.string(this.json, this.nameStart, this.nameEnd);
	}

	@Override
	public @Nullable Object read(JsonType type) {
		return type.read(this.json, this.valueStart, this.at - this.valueStart);
	}

	/**
	 * Return the current value as it is.
	 * @return the value, not decoded
	 */
	public JsonValue value() {
		return encoded();
	}

	EncodedJson encoded() {
		return new EncodedJson(this.json, this.valueStart, this.at, this.mapper);
	}

}
