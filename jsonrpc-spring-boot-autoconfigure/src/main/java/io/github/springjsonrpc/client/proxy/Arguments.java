package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Method;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.util.ReflectionUtils;

/**
 * Arguments as they are sent.
 */
final class Arguments {

	private Arguments() {
	}

	/**
	 * Return what an argument wraps: an {@link Optional}, or an object of a Kotlin value
	 * class.
	 */
	static @Nullable Object value(@Nullable Object argument) {
		Object value = (argument instanceof Optional<?> optional) ? optional.orElse(null) : argument;
		return (value != null && KotlinDetector.isInlineClass(value.getClass())) ? unboxed(value) : value;
	}

	private static @Nullable Object unboxed(Object value) {
		Method unboxing = ReflectionUtils.findMethod(value.getClass(), "unbox-impl");
		return (unboxing != null) ? value(ReflectionUtils.invokeMethod(unboxing, value)) : value;
	}

}
