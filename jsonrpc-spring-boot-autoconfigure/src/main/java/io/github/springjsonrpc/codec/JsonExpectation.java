package io.github.springjsonrpc.codec;

import java.math.BigInteger;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Says what JSON a Java type expects, in words that name no class.
 */
final class JsonExpectation {

	/**
	 * What to say where the type is not known, or says nothing.
	 */
	static final String UNKNOWN = "is not valid";

	static final String PRESENT = "is required";

	static final String IN_RANGE = "is out of range";

	static final String KNOWN_MEMBER = "is not a known member";

	static final String KNOWN_TYPE = "is not of a known type";

	// the first that fits
	private static final Map<Class<?>, String> EXPECTATIONS = new LinkedHashMap<>();

	static {
		EXPECTATIONS.put(Byte.class, "must be an integer of 8 bits");
		EXPECTATIONS.put(Short.class, "must be an integer of 16 bits");
		EXPECTATIONS.put(Integer.class, "must be an integer of 32 bits");
		EXPECTATIONS.put(Long.class, "must be an integer of 64 bits");
		EXPECTATIONS.put(BigInteger.class, "must be an integer");
		EXPECTATIONS.put(Number.class, "must be a number");
		EXPECTATIONS.put(Boolean.class, "must be true or false");
		EXPECTATIONS.put(CharSequence.class, "must be a string");
		EXPECTATIONS.put(Character.class, "must be a string of one character");
		EXPECTATIONS.put(UUID.class, "must be a UUID");
		EXPECTATIONS.put(Enum.class, "must be one of the accepted values");
		EXPECTATIONS.put(TemporalAccessor.class, "must be a date or time in ISO 8601 form");
		EXPECTATIONS.put(TemporalAmount.class, "must be a duration in ISO 8601 form");
		EXPECTATIONS.put(byte[].class, "must be a string in Base64 form");
		EXPECTATIONS.put(Collection.class, "must be an array");
		EXPECTATIONS.put(Map.class, "must be an object");
	}

	private JsonExpectation() {
	}

	/**
	 * Say what a type expects.
	 * @param target the type, or {@code null} if it is not known
	 * @return a clause whose subject is the value
	 */
	static String of(@Nullable Class<?> target) {
		if (target == null) {
			return UNKNOWN;
		}
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(target);
		for (Map.Entry<Class<?>, String> expectation : EXPECTATIONS.entrySet()) {
			if (expectation.getKey().isAssignableFrom(type)) {
				return expectation.getValue();
			}
		}
		return type.isArray() ? "must be an array" : UNKNOWN;
	}

	/**
	 * Say what a type, or its elements, expect.
	 * @param target the type, or {@code null} if it is not known
	 * @param container what the value is a part of, or {@code null} for nothing; an array
	 * that is itself of the type wants an element
	 * @return a clause whose subject is the value
	 */
	static String of(@Nullable Class<?> target, @Nullable Object container) {
		return (target != null && target.isArray() && target.isInstance(container)) ? of(target.getComponentType())
				: of(target);
	}

}
