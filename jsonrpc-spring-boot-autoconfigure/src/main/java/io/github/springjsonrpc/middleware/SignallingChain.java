package io.github.springjsonrpc.middleware;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Signals what the rest of a chain throws, so that there is one way only in which the
 * middleware around it hears of failures.
 */
final class SignallingChain implements RpcMiddleware.Chain {

	private final @Nullable RpcMiddleware middleware;

	private final RpcMiddleware.Chain rest;

	/**
	 * Create a chain.
	 * @param middleware its first middleware, or {@code null} if there is none
	 * @param rest what comes behind that
	 */
	SignallingChain(@Nullable RpcMiddleware middleware, RpcMiddleware.Chain rest) {
		this.middleware = middleware;
		this.rest = rest;
	}

	@Override
	public Mono<JsonRpcResponse> next(JsonRpcRequest request) {
		try {
			Mono<JsonRpcResponse> response = (this.middleware != null) ? this.middleware.handle(request, this.rest)
					: this.rest.next(request);
			return (response != null) ? response : Mono.error(new IllegalStateException("A middleware returned null"));
		}
		catch (Exception ex) {
			return Mono.error(ex);
		}
		catch (Throwable ex) {
			// as an exception: Reactor's operators pass on no error that it takes for the
			// end of the JVM
			return Mono.error(new IllegalStateException("The call failed with an error", ex));
		}
	}

}
