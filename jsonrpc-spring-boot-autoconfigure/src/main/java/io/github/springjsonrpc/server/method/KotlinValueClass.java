package io.github.springjsonrpc.server.method;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import io.github.springjsonrpc.protocol.InvalidParamsException;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KFunction;
import kotlin.reflect.full.KClasses;
import kotlin.reflect.jvm.KCallablesJvm;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.util.ReflectionUtils;

/**
 * An inline value class, which JSON and Java know only as what it wraps.
 */
final class KotlinValueClass {

	private final Class<?> type;

	private final KFunction<?> constructor;

	private final @Nullable KotlinValueClass wrapped;

	private KotlinValueClass(Class<?> type, KFunction<?> constructor) {
		KCallablesJvm.setAccessible(constructor, true);
		this.type = type;
		this.constructor = constructor;
		this.wrapped = of(unboxing(type).getReturnType());
	}

	static @Nullable KotlinValueClass of(Class<?> type) {
		if (!KotlinDetector.isInlineClass(type)) {
			return null;
		}
		KFunction<?> constructor = KClasses.getPrimaryConstructor(JvmClassMappingKt.getKotlinClass(type));
		return (constructor != null) ? new KotlinValueClass(type, constructor) : null;
	}

	/**
	 * Wrap a value, unless it is wrapped already.
	 * @throws InvalidParamsException if the class does not accept it
	 */
	Object box(Object value, @Nullable String parameter) throws Throwable {
		if (this.type.isInstance(value)) {
			return value;
		}
		try {
			return this.constructor.call((this.wrapped != null) ? this.wrapped.box(value, parameter) : value);
		}
		catch (Throwable ex) {
			throw failure((ex instanceof InvocationTargetException wrapper) ? wrapper.getTargetException() : ex,
					parameter);
		}
	}

	// what require(…) throws in an init block
	private static Throwable failure(Throwable exception, @Nullable String parameter) {
		return (exception instanceof IllegalArgumentException)
				? InvalidParamsException.of((parameter != null) ? parameter : "params", "is not valid") : exception;
	}

	static @Nullable Object unbox(@Nullable Object value) {
		Object unboxed = value;
		while (unboxed != null && KotlinDetector.isInlineClass(unboxed.getClass())) {
			unboxed = ReflectionUtils.invokeMethod(unboxing(unboxed.getClass()), unboxed);
		}
		return unboxed;
	}

	private static Method unboxing(Class<?> type) {
		Method method = ReflectionUtils.findMethod(type, "unbox-impl");
		if (method == null) {
			throw new IllegalArgumentException("Not a value class: " + type.getName());
		}
		return method;
	}

}
