package io.github.springjsonrpc.server;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.MethodNotFoundException;
import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.ContextView;

/**
 * The end of the chain: finds the method, runs it where it belongs and waits for its
 * result.
 */
final class MethodInvoker implements RpcMiddleware.Chain {

	private final DefaultRpcMethodRegistry methods;

	private final ResultAdapter results;

	private final Scheduler scheduler;

	private final @Nullable Duration timeout;

	private final @Nullable ExceptionMappingMiddleware exceptions;

	MethodInvoker(DefaultRpcMethodRegistry methods, JsonRpcServerBuilder builder) {
		this.methods = methods;
		this.results = new ResultAdapter(builder.maxCollectedItems);
		this.scheduler = builder.scheduler;
		this.timeout = builder.timeout;
		this.exceptions = builder.middlewares.stream()
			.filter(ExceptionMappingMiddleware.class::isInstance)
			.map(ExceptionMappingMiddleware.class::cast)
			.findFirst()
			.orElse(null);
	}

	@Override
	public Mono<JsonRpcResponse> next(JsonRpcRequest request) {
		RegisteredMethod method = this.methods.lookup(request.method());
		if (method == null) {
			return Mono.error(new MethodNotFoundException());
		}
		// what a subscription fails with later comes past no middleware any more
		return (method.subscribes() && this.exceptions != null)
				? next(method, request.withAttribute(ExceptionMappingMiddleware.class, this.exceptions))
				: next(method, request);
	}

	private Mono<JsonRpcResponse> next(RegisteredMethod method, JsonRpcRequest request) {
		Mono<JsonRpcRequest> prepared = method.handler().prepare(request);
		Mono<JsonRpcResponse> response = (prepared != null) ? prepared.flatMap((ready) -> run(method, ready))
				: run(method, request);
		return (this.timeout == null) ? response
				: response.timeout(this.timeout, Mono.error(() -> failure(JsonRpcErrorCode.DEADLINE_EXCEEDED, null)));
	}

	private Mono<JsonRpcResponse> run(RegisteredMethod method, JsonRpcRequest request) {
		return new CaughtMono() {
			@Override
			Mono<JsonRpcResponse> source(ContextView context) {
				ThreadLocals threadLocals = ThreadLocals.capture(context);
				return method.blocking() ? onWorker(method, request, threadLocals)
						: call(method, request, threadLocals);
			}
		};
	}

	private Mono<JsonRpcResponse> onWorker(RegisteredMethod method, JsonRpcRequest request, ThreadLocals threadLocals) {
		// what the method fails with is carried inside, so that the only error outside is
		// that of a scheduler which takes no more
		return Mono.fromCallable(() -> call(method, request, threadLocals))
			.subscribeOn(this.scheduler)
			.onErrorMap(RejectedExecutionException.class, (ex) -> failure(JsonRpcErrorCode.LIMIT_EXCEEDED, ex))
			.flatMap((response) -> (response instanceof Fuseable.ScalarCallable) ? response : CaughtMono.of(response));
	}

	private Mono<JsonRpcResponse> call(RegisteredMethod method, JsonRpcRequest request, ThreadLocals threadLocals) {
		Mono<Object> result = invoke(method, request, threadLocals);
		Function<Object, ? extends @Nullable Object> mapper = method.resultMapper();
		return respond((mapper != null) ? result.flatMap((value) -> map(value, mapper)) : result, request, method);
	}

	private Mono<Object> map(Object value, Function<Object, ? extends @Nullable Object> mapper) {
		try {
			return this.results.toMono(mapper.apply(value));
		}
		catch (Exception ex) {
			return Mono.error(ex);
		}
		catch (Throwable ex) {
			return Mono.error(failedWithError(ex));
		}
	}

	private Mono<Object> invoke(RegisteredMethod method, JsonRpcRequest request, ThreadLocals threadLocals) {
		ThreadLocals.Scope scope = threadLocals.set();
		try {
			return this.results.toMono(method.handler().handle(request));
		}
		catch (Exception ex) {
			return Mono.error(ex);
		}
		catch (Throwable ex) {
			// Reactor would rather end the thread than answer the caller
			return Mono.error(failedWithError(ex));
		}
		finally {
			scope.close();
		}
	}

	private static Mono<JsonRpcResponse> respond(Mono<Object> result, JsonRpcRequest request, RegisteredMethod method) {
		if (result instanceof Fuseable.ScalarCallable<?> present) {
			return respond(present, request, method);
		}
		return result.map((value) -> JsonRpcResponse.success(request.id(), value, method.resultType()))
			.defaultIfEmpty(JsonRpcResponse.success(request.id(), null));
	}

	// the short path: a result that is there needs no operators to become a response
	private static Mono<JsonRpcResponse> respond(Fuseable.ScalarCallable<?> result, JsonRpcRequest request,
			RegisteredMethod method) {
		try {
			return Mono.just(JsonRpcResponse.success(request.id(), result.call(), method.resultType()));
		}
		catch (Exception ex) {
			return Mono.error(ex);
		}
		catch (Throwable ex) {
			return Mono.error(failedWithError(ex));
		}
	}

	private static IllegalStateException failedWithError(Throwable error) {
		return new IllegalStateException("The method failed with an error", error);
	}

	private static JsonRpcException failure(JsonRpcErrorCode code, @Nullable Throwable cause) {
		return new JsonRpcException(code.error(), cause);
	}

}
