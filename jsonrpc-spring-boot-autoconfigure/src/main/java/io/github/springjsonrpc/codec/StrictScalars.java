package io.github.springjsonrpc.codec;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which types a JSON library has to be watched with, as it is more lenient than it can be
 * told not to be.
 */
final class StrictScalars {

	// Object stands for whatever comes
	private static final Set<Class<?>> NUMBERS = Set.of(byte.class, Byte.class, float.class, Float.class, double.class,
			Double.class, Number.class, Object.class);

	private StrictScalars() {
	}

	/**
	 * Return the type of number that is read for a type.
	 * @return the type, or {@code null} if it has no numbers that need be watched
	 */
	static @Nullable Class<?> number(Class<?> type) {
		Class<?> number = type.isArray() && type.getComponentType().isPrimitive() ? type.getComponentType() : type;
		return NUMBERS.contains(number) ? number : null;
	}

}
