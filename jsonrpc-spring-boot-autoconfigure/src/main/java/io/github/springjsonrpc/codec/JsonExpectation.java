package io.github.springjsonrpc.codec;

import java.time.temporal.TemporalAccessor;
import java.util.Collection;

import org.springframework.util.ClassUtils;

/**
 * Says what JSON a Java type expects, in words that name no class.
 */
final class JsonExpectation {

	private JsonExpectation() {
	}

	static String of(Class<?> declared) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(declared);
		if (type == Integer.class || type == Long.class || type == Short.class || type == Byte.class) {
			return "must be an integer of " + bits(type) + " bits";
		}
		if (type == java.math.BigInteger.class) {
			return "must be an integer";
		}
		if (Number.class.isAssignableFrom(type)) {
			return "must be a number";
		}
		if (type == Boolean.class) {
			return "must be true or false";
		}
		if (CharSequence.class.isAssignableFrom(type)) {
			return "must be a string";
		}
		if (type.isEnum()) {
			return "must be one of the accepted values";
		}
		if (type.isArray() || Collection.class.isAssignableFrom(type)) {
			return "must be an array";
		}
		if (TemporalAccessor.class.isAssignableFrom(type)) {
			return "must be a date or time in ISO 8601 form";
		}
		return "is not valid";
	}

	private static int bits(Class<?> type) {
		return (type == Integer.class) ? Integer.SIZE
				: (type == Long.class) ? Long.SIZE : (type == Short.class) ? Short.SIZE : Byte.SIZE;
	}

}
