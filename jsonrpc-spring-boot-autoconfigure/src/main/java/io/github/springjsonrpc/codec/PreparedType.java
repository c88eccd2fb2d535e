package io.github.springjsonrpc.codec;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * The part of a {@link JsonType} that is the same with every JSON library.
 */
abstract class PreparedType implements JsonType {

	private static final byte[] NULL = { 'n', 'u', 'l', 'l' };

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
		if (value == null) {
			return read(NULL, 0, NULL.length);
		}
		try {
			return EncodedJson.write(value, null, this.mapper).read(this);
		}
		catch (JsonEncodingException ex) {
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
