package io.github.springjsonrpc.middleware;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
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

	private static final Log logger = LogFactory.getLog(LoggingMiddleware.class);

	private final Function<Object, JsonValue> json;

	private final ParameterNames parameterNames;

	private final LoggedJson logged;

	/**
	 * Create a middleware.
	 * @param json turns a result into what would be sent
	 * @param parameterNames tells the names of a method's parameters, so that params by
	 * position can be redacted
	 * @param maxLength how many characters of a value are logged
	 * @param redacted names of parameters and members whose values are never logged,
	 * however deep they are and in whatever case they are written
	 */
	public LoggingMiddleware(Function<Object, JsonValue> json, ParameterNames parameterNames, int maxLength,
			Set<String> redacted) {
		this.json = json;
		this.parameterNames = parameterNames;
		this.logged = new LoggedJson(maxLength, redacted);
	}

	@Override
	public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
		if (!logger.isInfoEnabled()) {
			return chain.next(request);
		}
		return Mono.defer(() -> {
			logger.info("-> " + request + " " + params(request));
			return chain.next(request);
		})
			.doOnNext((response) -> logger.info("<- " + request + " " + outcome(response)))
			.doOnError((ex) -> logger.info("<- " + request + " " + failure(ex)))
			.doOnCancel(() -> logger.info("<- " + request + " cancelled"));
	}

	private String params(JsonRpcRequest request) {
		return switch (request.params().kind()) {
			case NONE -> "";
			case NAMED -> this.logged.render(this.json.apply(request.params()));
			case POSITIONAL ->
				this.logged.render(this.json.apply(request.params()), this.parameterNames.of(request.method()));
		};
	}

	private String outcome(JsonRpcResponse response) {
		JsonRpcError error = response.error();
		if (error != null) {
			return "error " + error.code() + " " + error.message();
		}
		Object result = response.result();
		return (result != null) ? this.logged.render(this.json.apply(result)) : "null";
	}

	private static String failure(Throwable exception) {
		return (exception instanceof JsonRpcException known) ? "error " + known.code() + " " + known.getMessage()
				: "failed: " + exception;
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
