package io.github.springjsonrpc.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The part of a {@link JsonType} that is the same with every JSON library.
 */
abstract class PreparedType implements JsonType {

	private final Class<?> instances;

	private final boolean generic;

	private final JsonValueMapper mapper;

	/**
	 * Create a type.
	 * @param instances the class
	 * @param generic whether there is more to the type than the class
	 * @param mapper what writes the values to convert
	 */
	PreparedType(Class<?> instances, boolean generic, JsonValueMapper mapper) {
		this.instances = ClassUtils.resolvePrimitiveIfNecessary(instances);
		this.generic = generic;
		this.mapper = mapper;
	}

	@Override
	public @Nullable Object convert(@Nullable Object value) {
		if (value instanceof EncodedJson json) {
			return json.read(this);
		}
		if (!this.generic && this.instances.isInstance(value)) {
			return value;
		}
		byte[] json = toBytes(value);
		return read(json, 0, json.length);
	}

	private byte[] toBytes(@Nullable Object value) {
		if (value == null) {
			return "null".getBytes(StandardCharsets.US_ASCII);
		}
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			this.mapper.write(value, null, out);
			return out.toByteArray();
		}
		catch (IOException | JsonEncodingException ex) {
			throw new JsonDecodingException("", JsonExpectation.of(this.instances), ex);
		}
	}

	/**
	 * Return the error for a type that can't be read, which is no fault of the value.
	 */
	final IllegalStateException unreadable(Exception cause) {
		return new IllegalStateException("JSON can't be read as " + this.instances.getName(), cause);
	}

}
