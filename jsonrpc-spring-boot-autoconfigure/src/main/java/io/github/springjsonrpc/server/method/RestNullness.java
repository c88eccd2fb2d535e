package io.github.springjsonrpc.server.method;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;

import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;

/**
 * Whether values of varargs and other rest parameters may be {@code null}. Each is a
 * value of the params like any other.
 */
final class RestNullness {

	private RestNullness() {
	}

	static boolean acceptsNull(MethodParameter parameter) {
		AnnotatedType value = value(parameter.getParameter().getAnnotatedType());
		if (value == null || value instanceof AnnotatedWildcardType || value.isAnnotationPresent(Nullable.class)) {
			return true;
		}
		// of Kotlin's types Java sees no annotations
		return !value.isAnnotationPresent(NonNull.class) && (RpcJavaMethod.isKotlin(parameter.getExecutable())
				|| Nullness.forMethodParameter(parameter) != Nullness.NON_NULL);
	}

	private static @Nullable AnnotatedType value(AnnotatedType rest) {
		if (rest instanceof AnnotatedArrayType array) {
			return array.getAnnotatedGenericComponentType();
		}
		// the values of a map are the last
		AnnotatedType[] arguments = (rest instanceof AnnotatedParameterizedType generic)
				? generic.getAnnotatedActualTypeArguments() : new AnnotatedType[0];
		return (arguments.length > 0) ? arguments[arguments.length - 1] : null;
	}

}
