package io.github.springjsonrpc.client.proxy;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.springjsonrpc.protocol.JsonRpcException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The exceptions of a method that stand for error codes.
 *
 * @param byCode the exceptions by their codes
 */
record DeclaredErrors(Map<Integer, ErrorException> byCode) {

	static DeclaredErrors of(ClientMethod method) {
		Map<Integer, ErrorException> byCode = new LinkedHashMap<>();
		for (Class<?> type : method.getMethod().getExceptionTypes()) {
			ErrorException exception = ErrorException.of(type);
			ErrorException other = (exception != null) ? byCode.put(exception.code(), exception) : null;
			if (exception != null && other != null) {
				throw ErrorException.ambiguous(other, exception, "The method " + method.describe());
			}
		}
		return new DeclaredErrors(byCode);
	}

	/**
	 * Let an answer fail with these exceptions.
	 */
	Publisher<?> translate(Publisher<?> answer) {
		if (this.byCode.isEmpty()) {
			return answer;
		}
		return (answer instanceof Mono<?> mono) ? mono.onErrorMap(JsonRpcException.class, this::translate)
				: Flux.from(answer).onErrorMap(JsonRpcException.class, this::translate);
	}

	private Throwable translate(JsonRpcException exception) {
		ErrorException declared = this.byCode.get(exception.code());
		return (declared != null && !declared.type().isInstance(exception)) ? declared.create(exception) : exception;
	}

}
