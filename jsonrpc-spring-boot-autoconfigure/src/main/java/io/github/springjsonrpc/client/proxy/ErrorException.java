package io.github.springjsonrpc.client.proxy;

import io.github.springjsonrpc.annotation.RpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * An exception class that stands for an error code.
 *
 * @param code the code
 * @param constructor makes the exception of an error
 */
record ErrorException(int code, ErrorConstructor constructor) {

	private static final Log logger = LogFactory.getLog(ErrorException.class);

	/**
	 * Look at an exception class.
	 * @return {@code null} unless it has an {@link RpcError}
	 * @throws InvalidClientException if no constructor fits
	 */
	static @Nullable ErrorException of(Class<?> type) {
		RpcError annotation = AnnotatedElementUtils.findMergedAnnotation(type, RpcError.class);
		return (annotation != null)
				? new ErrorException(annotation.code(), ErrorConstructor.of(type, !annotation.data().isEmpty())) : null;
	}

	static InvalidClientException ambiguous(ErrorException one, ErrorException other, String owner) {
		return new InvalidClientException(
				owner + " has two exceptions for the code " + one.code() + ", " + one.type().getName() + " and "
						+ other.type().getName(),
				"Keep one of them, or change the code that @RpcError gives the other.");
	}

	Class<?> type() {
		return this.constructor.type();
	}

	/**
	 * Make an exception.
	 * @param exception what it stands for
	 * @return the exception, or what it stands for if that can't be made one
	 */
	Exception create(JsonRpcException exception) {
		try {
			return this.constructor.create(exception);
		}
		catch (RuntimeException ex) {
			logger.warn("No " + type().getName() + " for an error with the code " + this.code, ex);
			return exception;
		}
	}

}
