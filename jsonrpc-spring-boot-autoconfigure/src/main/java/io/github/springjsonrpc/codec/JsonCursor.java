package io.github.springjsonrpc.codec;

import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Walks once over the elements of an encoded array or the members of an encoded object
 * and decodes each straight from the message. Not thread-safe.
 */
public final class JsonCursor {

	private final byte[] json;

	private final JsonValueMapper mapper;

	private final JsonScanner scanner;

	private final boolean object;

	private boolean entered;

	private int nameStart;

	private int nameEnd;

	private int valueStart;

	private int valueEnd;

	JsonCursor(byte[] json, int start, int end, JsonValueMapper mapper) {
		this.json = json;
		this.mapper = mapper;
		this.scanner = new JsonScanner(json, start, end, mapper.limits());
		this.object = json[start] == '{';
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

	/**
	 * Go to the next element or member.
	 * @return whether there is one
	 */
	public boolean next() {
		if (!this.entered) {
			this.scanner.enter(this.object ? '{' : '[');
			this.entered = true;
			if (this.scanner.leave()) {
				return false;
			}
		}
		else if (!this.scanner.anotherOrLeave()) {
			return false;
		}
		if (this.object) {
			this.scanner.peek();
			this.nameStart = this.scanner.position();
			this.nameEnd = this.scanner.skipName();
		}
		this.scanner.peek();
		this.valueStart = this.scanner.position();
		this.scanner.skipValue();
		this.valueEnd = this.scanner.position();
		return true;
	}

	/**
	 * Return the name of the current member.
	 * @return the name without quotes and escapes
	 */
	public String name() {
		return this.scanner.string(this.nameStart, this.nameEnd);
	}

	/**
	 * Decode the current value.
	 * @param type the type to decode to
	 * @return the decoded value, or {@code null} for the JSON {@code null}
	 * @throws JsonDecodingException if the value does not fit the type
	 */
	public @Nullable Object read(JsonType type) {
		return type.read(this.json, this.valueStart, this.valueEnd - this.valueStart);
	}

	/**
	 * Return the current value as it is.
	 * @return the value, not decoded
	 */
	public JsonValue value() {
		return encoded();
	}

	EncodedJson encoded() {
		return new EncodedJson(this.json, this.valueStart, this.valueEnd, this.mapper);
	}

}
