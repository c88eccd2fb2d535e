package io.github.springjsonrpc.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

import javax.net.ssl.SSLHandshakeException;

import io.github.springjsonrpc.codec.JsonEncodingException;
import io.github.springjsonrpc.protocol.JsonRpcException;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * What an exception of the HTTP client means.
 */
final class HttpFailure {

	private HttpFailure() {
	}

	static Throwable of(Throwable exception, HttpLimits limits) {
		if (exception instanceof JsonRpcException || exception instanceof IllegalArgumentException) {
			return exception;
		}
		Throwable cause = (exception instanceof WebClientRequestException && exception.getCause() != null)
				? exception.getCause() : exception;
		if (cause instanceof JsonEncodingException) {
			return cause;
		}
		if (cause instanceof DataBufferLimitException) {
			return new ResponseTooLargeException(limits.maxResponseSize());
		}
		return new TransportException("HTTP request failed: " + reason(cause), !isUnsent(cause), cause);
	}

	private static String reason(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message : cause.getClass().getSimpleName();
	}

	private static boolean isUnsent(Throwable cause) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(cause);
		return cause instanceof ConnectException || cause instanceof SSLHandshakeException
				|| root instanceof ConnectException || root instanceof UnknownHostException
				|| root instanceof UnresolvedAddressException;
	}

}
