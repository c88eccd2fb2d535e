package io.github.springjsonrpc.server.method;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

import io.github.springjsonrpc.protocol.InvalidParamsException;
import kotlin.jvm.JvmClassMappingKt;
import kotlin.reflect.KClass;
import kotlin.reflect.KFunction;
import kotlin.reflect.KType;
import kotlin.reflect.full.KClasses;
import kotlin.reflect.jvm.KCallablesJvm;
import kotlin.reflect.jvm.KTypesJvm;
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
		this.wrapped = of(constructor.getParameters().get(0).getType());
	}

	/**
	 * Return the value class of a type, or {@code null} if it is none.
	 */
	static @Nullable KotlinValueClass of(KType type) {
		KClass<?> kotlinClass = KTypesJvm.getJvmErasure(type);
		Class<?> javaClass = JvmClassMappingKt.getJavaClass(kotlinClass);
		KFunction<?> constructor = KotlinDetector.isInlineClass(javaClass) ? KClasses.getPrimaryConstructor(kotlinClass)
				: null;
		return (constructor != null) ? new KotlinValueClass(javaClass, constructor) : null;
	}

	/**
	 * Wrap a value, unless it is wrapped already.
	 * @throws InvalidParamsException if the class does not accept it
	 */
	Object box(Object value, @Nullable String parameter) throws Throwable {
		if (this.type.isInstance(value)) {
			return value;
		}
		Object argument = (this.wrapped != null) ? this.wrapped.box(value, parameter) : value;
		try {
			return this.constructor.call(argument);
		}
		catch (Throwable ex) {
			throw (ex instanceof InvocationTargetException wrapper) ? failure(wrapper.getTargetException(), parameter)
					: ex;
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
			Method unboxing = ReflectionUtils.findMethod(unboxed.getClass(), "unbox-impl");
			if (unboxing == null) {
				throw new IllegalStateException("Not a value class: " + unboxed.getClass().getName());
			}
			unboxed = ReflectionUtils.invokeMethod(unboxing, unboxed);
		}
		return unboxed;
	}

}
