package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.function.SingletonSupplier;

/**
 * Reads the plainest of values by itself, where a JSON library would need a parser for
 * each of them: short integers, booleans and strings without escapes. It does so only for
 * types that the library reads in its own standard way, and leaves whatever is not plain
 * to it, errors included. What the library does is not asked before the first call.
 */
final class ScalarType implements JsonType {

	/**
	 * The types that can be read here.
	 */
	static final Set<Class<?>> CANDIDATES = Set.of(int.class, Integer.class, long.class, Long.class, boolean.class,
			Boolean.class, String.class);

	private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

	private final Class<?> wanted;

	private final Supplier<Set<Class<?>>> standardScalars;

	private final SingletonSupplier<JsonType> type;

	// always the same, so that threads may see it as they like
	private @Nullable Boolean standard;

	/**
	 * Create a type.
	 * @param wanted one of {@link #CANDIDATES}
	 * @param standardScalars the candidates that the library reads in its standard way
	 * @param type reads the type with the library
	 */
	ScalarType(Class<?> wanted, Supplier<Set<Class<?>>> standardScalars, Supplier<JsonType> type) {
		this.wanted = wanted;
		this.standardScalars = standardScalars;
		this.type = SingletonSupplier.of(type);
	}

	@Override
	public @Nullable Object read(byte[] json, int offset, int length) {
		Object value = isStandard() ? plainValue(json, offset, length) : null;
		return (value != null) ? value : this.type.obtain().read(json, offset, length);
	}

	private boolean isStandard() {
		Boolean standard = this.standard;
		if (standard == null) {
			standard = this.standardScalars.get().contains(this.wanted);
			this.standard = standard;
		}
		return standard;
	}

	private @Nullable Object plainValue(byte[] json, int offset, int length) {
		if (this.wanted == String.class) {
			return plainString(json, offset, length);
		}
		if (this.wanted == boolean.class || this.wanted == Boolean.class) {
			return plainBoolean(json, offset, length);
		}
		return box(PlainInteger.read(json, offset, offset + length));
	}

	private static @Nullable String plainString(byte[] json, int offset, int length) {
		int end = offset + length - 1;
		if (length < 2 || json[offset] != '"' || json[end] != '"') {
			return null;
		}
		for (int i = offset + 1; i < end; i++) {
			byte c = json[i];
			if (c < 0x20 || c == '\\' || c == '"') {
				return null;
			}
		}
		return new String(json, offset + 1, length - 2, StandardCharsets.ISO_8859_1);
	}

	private static @Nullable Boolean plainBoolean(byte[] json, int offset, int length) {
		return Arrays.equals(json, offset, offset + length, TRUE, 0, TRUE.length) ? Boolean.TRUE
				: Arrays.equals(json, offset, offset + length, FALSE, 0, FALSE.length) ? Boolean.FALSE : null;
	}

	private @Nullable Object box(long value) {
		if (value == PlainInteger.NONE) {
			return null;
		}
		if (this.wanted == long.class || this.wanted == Long.class) {
			return value;
		}
		return (value == (int) value) ? (Object) (int) value : null;
	}

	@Override
	public @Nullable Object convert(@Nullable Object value) {
		return this.type.obtain().convert(value);
	}

}
