package io.github.springjsonrpc.server.method;

import java.util.Map;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.RpcExceptionResolver;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Resolves exceptions whose class says by {@link RpcError} what they are answered with.
 * Their causes are never told.
 */
public final class AnnotatedExceptionResolver implements RpcExceptionResolver {

	private static final Log logger = LogFactory.getLog(AnnotatedExceptionResolver.class);

	private final Map<Class<?>, Optional<AnnotatedError>> errors = new ConcurrentReferenceHashMap<>();

	@Override
	public @Nullable JsonRpcError resolve(Throwable exception, JsonRpcRequest request) {
		return this.errors.computeIfAbsent(exception.getClass(), AnnotatedExceptionResolver::error)
			.map((error) -> error.of(exception))
			.orElse(null);
	}

	private static Optional<AnnotatedError> error(Class<?> exceptionType) {
		AnnotatedError error = AnnotatedError.of(exceptionType);
		if (error != null && error.lacksData()) {
			logger.error(exceptionType.getName() + " is answered without data, as it has no property '"
					+ error.annotation().data() + "', which its @RpcError names");
		}
		return Optional.ofNullable(error);
	}

}
