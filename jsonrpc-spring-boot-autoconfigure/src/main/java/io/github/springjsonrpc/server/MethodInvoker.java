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
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The end of the chain: finds the method, runs it where it belongs and waits for its
 * result.
 */
final class MethodInvoker implements RpcMiddleware.Chain {

	private final DefaultRpcMethodRegistry methods;

	private final ResultAdapter results;

	private final Scheduler scheduler;

	private final @Nullable Duration timeout;

	MethodInvoker(DefaultRpcMethodRegistry methods, JsonRpcServerBuilder builder) {
		this.methods = methods;
		this.results = new ResultAdapter(builder.maxCollectedItems);
		this.scheduler = builder.scheduler;
		this.timeout = builder.timeout;
	}

	@Override
	public Mono<JsonRpcResponse> next(JsonRpcRequest request) {
		RegisteredMethod method = this.methods.lookup(request.method());
		if (method == null) {
			return Mono.error(new MethodNotFoundException());
		}
		Mono<JsonRpcRequest> prepared = method.handler().prepare(request);
		Mono<Object> result = (prepared != null) ? prepared.flatMap((ready) -> run(method, ready))
				: run(method, request);
		if (this.timeout != null) {
			result = result.timeout(this.timeout, Mono.error(() -> failure(JsonRpcErrorCode.DEADLINE_EXCEEDED, null)));
		}
		return result.map((value) -> JsonRpcResponse.success(request.id(), value, method.resultType()))
			.switchIfEmpty(Mono.fromSupplier(() -> JsonRpcResponse.success(request.id(), null)));
	}

	private Mono<Object> run(RegisteredMethod method, JsonRpcRequest request) {
		Mono<Object> result = method.blocking() ? onWorker(method, request) : onEventLoop(method, request);
		Function<Object, ? extends @Nullable Object> mapper = method.resultMapper();
		return (mapper != null) ? result.flatMap((value) -> this.results.toMono(mapper.apply(value))) : result;
	}

	private Mono<Object> onEventLoop(RegisteredMethod method, JsonRpcRequest request) {
		return Mono.deferContextual((context) -> invoke(method, request, ThreadLocals.capture(context)));
	}

	private Mono<Object> onWorker(RegisteredMethod method, JsonRpcRequest request) {
		return Mono.deferContextual((context) -> {
			ThreadLocals threadLocals = ThreadLocals.capture(context);
			// what the method fails with is carried inside, so that the only error
			// outside
			// is that of a scheduler which takes no more
			return Mono.fromCallable(() -> invoke(method, request, threadLocals))
				.subscribeOn(this.scheduler)
				.onErrorMap(RejectedExecutionException.class, (ex) -> failure(JsonRpcErrorCode.LIMIT_EXCEEDED, ex))
				.flatMap((result) -> result);
		});
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
			return Mono.error(new IllegalStateException("The method failed with an error", ex));
		}
		finally {
			scope.close();
		}
	}

	private static JsonRpcException failure(JsonRpcErrorCode code, @Nullable Throwable cause) {
		return new JsonRpcException(code.error(), cause);
	}

}
