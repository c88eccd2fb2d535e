package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.RpcExceptionResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * Resolves exceptions whose class says by {@link RpcError} what they are answered with.
 */
public final class AnnotatedExceptionResolver implements RpcExceptionResolver {

	@Override
	public @Nullable JsonRpcError resolve(Throwable exception, JsonRpcRequest request) {
		RpcError annotation = AnnotatedElementUtils.findMergedAnnotation(exception.getClass(), RpcError.class);
		if (annotation == null) {
			return null;
		}
		String message = annotation.message().isEmpty() ? exception.getMessage() : annotation.message();
		return new JsonRpcError(annotation.code(), (message != null) ? message : "Server error",
				annotation.data().isEmpty() ? null : property(exception, annotation.data()));
	}

	private static @Nullable Object property(Throwable exception, String name) {
		Method method = ReflectionUtils.findMethod(exception.getClass(), "get" + StringUtils.capitalize(name));
		if (method == null) {
			method = ReflectionUtils.findMethod(exception.getClass(), name);
		}
		if (method == null) {
			throw new IllegalStateException(exception.getClass().getName() + " has no property '" + name + "'");
		}
		ReflectionUtils.makeAccessible(method);
		return ReflectionUtils.invokeMethod(method, exception);
	}

}
