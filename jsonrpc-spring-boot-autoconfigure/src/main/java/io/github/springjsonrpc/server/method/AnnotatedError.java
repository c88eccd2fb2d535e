package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.protocol.JsonRpcError;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * The error that exceptions of one class are answered with, as {@link RpcError} says.
 *
 * @param annotation the annotation
 * @param data gets the data of the exception, or {@code null} if there is none
 */
record AnnotatedError(RpcError annotation, @Nullable Method data) {

	private static final Log logger = LogFactory.getLog(AnnotatedError.class);

	static @Nullable AnnotatedError of(Class<?> exceptionType) {
		RpcError annotation = AnnotatedElementUtils.findMergedAnnotation(exceptionType, RpcError.class);
		return (annotation != null) ? new AnnotatedError(annotation, getter(exceptionType, annotation.data())) : null;
	}

	private static @Nullable Method getter(Class<?> type, String property) {
		if (property.isEmpty()) {
			return null;
		}
		for (String prefix : new String[] { "get", "is", "" }) {
			Method method = ReflectionUtils.findMethod(type,
					prefix.isEmpty() ? property : prefix + StringUtils.capitalize(property));
			if (method != null && method.getReturnType() != void.class) {
				ReflectionUtils.makeAccessible(method);
				return method;
			}
		}
		return null;
	}

	/**
	 * Return whether the annotation names a property that does not exist.
	 */
	boolean lacksData() {
		return this.data == null && !this.annotation.data().isEmpty();
	}

	JsonRpcError of(Throwable exception) {
		String message = this.annotation.message().isEmpty() ? exception.getMessage() : this.annotation.message();
		return new JsonRpcError(this.annotation.code(), (message != null) ? message : "Server error",
				dataOf(exception));
	}

	// whoever waits for code and message gets them in any case
	private @Nullable Object dataOf(Throwable exception) {
		try {
			return (this.data != null) ? ReflectionUtils.invokeMethod(this.data, exception) : null;
		}
		catch (RuntimeException ex) {
			logger.error("No error data, as " + this.data + " failed", ex);
			return null;
		}
	}

}
