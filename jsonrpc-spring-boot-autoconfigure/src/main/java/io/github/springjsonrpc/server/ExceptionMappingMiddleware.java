package io.github.springjsonrpc.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Turns exceptions into error responses with the id of the request, and logs them: what
 * nobody expected with its stack trace as an error, what was answered on purpose at debug
 * level, and whatever a notification fails with as a warning, as nobody else hears of it.
 */
public class ExceptionMappingMiddleware implements RpcMiddleware {

	/**
	 * Order of the auto-configured bean: outside of every middleware that does not ask to
	 * be even further out.
	 */
	public static final int ORDER = Integer.MIN_VALUE + 100;

	private static final FailureLog logger = new FailureLog(ExceptionMappingMiddleware.class);

	private final List<RpcExceptionResolver> resolvers;

	private final IncludeException include;

	/**
	 * Create a middleware.
	 * @param resolvers what knows more exceptions than {@link JsonRpcException}, in order
	 * @param include what callers get to see of an unexpected exception
	 */
	public ExceptionMappingMiddleware(List<RpcExceptionResolver> resolvers, IncludeException include) {
		this.resolvers = List.copyOf(resolvers);
		this.include = include;
	}

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		return new MappedCall(chain.next(request), request, this);
	}

	/**
	 * Map an exception, and log it.
	 * @param exception the exception
	 * @param request the request or notification that failed with it
	 * @return the error for the caller
	 */
	public JsonRpcError toError(Throwable exception, JsonRpcRequest request) {
		JsonRpcError known = resolve(exception, request);
		if (known == null) {
			logger.error("JSON-RPC " + request + " failed", exception);
			return JsonRpcErrorCode.INTERNAL_ERROR.error().withData(details(exception));
		}
		if (request.isNotification()) {
			logger.warn("JSON-RPC " + request + " failed with " + known.code() + " " + known.message(),
					exception.getCause());
		}
		else {
			logger.debug("JSON-RPC " + request + " failed with " + known, exception);
		}
		return known;
	}

	private @Nullable JsonRpcError resolve(Throwable exception, JsonRpcRequest request) {
		JsonRpcError known = JsonRpcException.errorForCaller(exception);
		if (known != null) {
			return known;
		}
		for (RpcExceptionResolver resolver : this.resolvers) {
			JsonRpcError error = tryResolve(resolver, exception, request);
			if (error != null) {
				return error;
			}
		}
		return null;
	}

	private static @Nullable JsonRpcError tryResolve(RpcExceptionResolver resolver, Throwable exception,
			JsonRpcRequest request) {
		try {
			return resolver.resolve(exception, request);
		}
		catch (Throwable ex) {
			// also an error: the caller waits for an answer
			logger.error(resolver + " failed to resolve " + exception, ex);
			return null;
		}
	}

	private @Nullable Map<String, String> details(Throwable exception) {
		if (this.include == IncludeException.NEVER) {
			return null;
		}
		Map<String, String> details = new LinkedHashMap<>();
		details.put("exception", exception.getClass().getName());
		details.put("message", String.valueOf(exception.getMessage()));
		if (this.include == IncludeException.STACK_TRACE) {
			StringWriter stackTrace = new StringWriter();
			exception.printStackTrace(new PrintWriter(stackTrace, true));
			details.put("stackTrace", stackTrace.toString());
		}
		return details;
	}

	/**
	 * What callers get to see of an exception that nobody expected.
	 */
	public enum IncludeException {

		/** Nothing. */
		NEVER,

		/** Class and message, as the data of the error: for development only. */
		MESSAGE,

		/** Class, message and stack trace: for development only. */
		STACK_TRACE

	}

}
