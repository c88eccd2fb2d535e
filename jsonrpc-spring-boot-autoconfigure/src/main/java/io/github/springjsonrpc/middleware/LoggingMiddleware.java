package io.github.springjsonrpc.middleware;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Logs each call at info level, a line for the request and one for the response, with
 * values cut to a length and secrets replaced.
 */
public class LoggingMiddleware implements RpcMiddleware {

	/**
	 * Order of the auto-configured bean: inside of the exception mapping, outside of
	 * everything else.
	 */
	public static final int ORDER = Integer.MIN_VALUE + 200;

	// of an id and the name of a method, both of which callers choose
	private static final int MAX_CALL_LENGTH = 200;

	private static final Log logger = LogFactory.getLog(LoggingMiddleware.class);

	private final Function<Object, JsonValue> json;

	private final ParameterNames parameterNames;

	private final int maxLength;

	private final LoggedJson logged;

	/**
	 * Create a middleware.
	 * @param json turns a result into what would be sent
	 * @param parameterNames tells the names of a method's parameters, so that params by
	 * position can be redacted
	 * @param maxLength how many characters of a value or message are logged
	 * @param redacted names of parameters and members whose values are never logged,
	 * however deep they are and in whatever case they are written
	 */
	public LoggingMiddleware(Function<Object, JsonValue> json, ParameterNames parameterNames, int maxLength,
			Set<String> redacted) {
		this.json = json;
		this.parameterNames = parameterNames;
		this.maxLength = maxLength;
		this.logged = new LoggedJson(maxLength, redacted);
	}

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		if (!logger.isInfoEnabled()) {
			return chain.next(request);
		}
		String call = LoggedJson.line(request.toString(), MAX_CALL_LENGTH);
		return Mono.defer(() -> {
			logger.info("-> " + call + params(request));
			return chain.next(request);
		})
			.doOnSuccess((response) -> logger.info("<- " + call + outcome(response)))
			.doOnError((ex) -> logger.info("<- " + call + failure(ex)))
			.doOnCancel(() -> logger.info("<- " + call + " cancelled"));
	}

	private String params(JsonRpcRequest request) {
		return switch (request.params().kind()) {
			case NONE -> "";
			case NAMED -> json(request.params(), List::of);
			case POSITIONAL -> json(request.params(), () -> this.parameterNames.of(request.method()));
		};
	}

	private String outcome(@Nullable JsonRpcResponse response) {
		if (response == null) {
			return " without a response";
		}
		JsonRpcError error = response.error();
		if (error != null) {
			return error(error.code(), error.message());
		}
		Object result = response.result();
		return (result != null) ? json(result, List::of) : " null";
	}

	private String failure(Throwable exception) {
		return (exception instanceof JsonRpcException known) ? error(known.code(), known.getMessage())
				: LoggedJson.line(" failed: " + exception, this.maxLength);
	}

	private String error(int code, @Nullable String message) {
		return LoggedJson.line(" error " + code + " " + message, this.maxLength);
	}

	/**
	 * Write a value. One that can't be written is not the logging's to fail for.
	 */
	private String json(Object value, Supplier<List<String>> names) {
		try {
			return " " + this.logged.render(this.json.apply(value), names.get());
		}
		catch (RuntimeException | StackOverflowError ex) {
			return " (not written: " + ex.getClass().getName() + ")";
		}
	}

	/**
	 * Tells the names of the parameters of a method.
	 */
	@FunctionalInterface
	public interface ParameterNames {

		/**
		 * Return the names.
		 * @param method the name of the method
		 * @return the names in order, empty if they are not known
		 */
		List<String> of(String method);

	}

}
