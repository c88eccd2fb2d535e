package io.github.springjsonrpc.client;

import java.time.Duration;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A subscription of a client. Its request passes the middleware, with a response that
 * stands in for the one which only the transport sees.
 */
final class ClientSubscription implements TransportChain.RequestSink {

	private final JsonRpcTransport transport;

	private final RpcMiddleware.Chain chain;

	private final ErrorMapping errors;

	private final JsonRpcRequest request;

	private final String unsubscribe;

	private volatile @Nullable JsonRpcRequest taken;

	ClientSubscription(JsonRpcTransport transport, RpcMiddleware.Chain chain, ErrorMapping errors,
			JsonRpcRequest request, String unsubscribe) {
		this.transport = transport;
		this.chain = chain;
		this.errors = errors;
		this.request = request;
		this.unsubscribe = unsubscribe;
	}

	Flux<JsonValue> items() {
		return this.chain.next(this.request.withAttribute(TransportChain.RequestSink.class, this))
			.flatMapMany(this::subscribe)
			.onErrorMap((ex) -> this.errors.exception(ex, this.request));
	}

	@Override
	public boolean isOpen() {
		return true;
	}

	@Override
	public Mono<JsonRpcResponse> take(JsonRpcRequest request, @Nullable Duration timeout) {
		this.taken = (timeout != null) ? CallOptions.of(request).timeout(timeout).on(request) : request;
		return Mono.just(JsonRpcResponse.success(request.id(), null));
	}

	private Flux<JsonValue> subscribe(JsonRpcResponse response) {
		JsonRpcRequest taken = this.taken;
		if (response.error() != null) {
			return Flux.error(this.errors.exception(response.error(), this.request));
		}
		if (taken == null) {
			return Flux.error(new IllegalStateException("A middleware has answered a subscription: " + this.request));
		}
		return this.transport.subscribe(taken, this.unsubscribe);
	}

}
