package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The end of a client's chain: hands a request to the transport, or to the batch or
 * subscription that it is a part of.
 *
 * @param transport the transport
 * @param ids makes the ids of further attempts
 * @param defaultTimeout how long to wait for a response, or {@code null} for no limit
 */
record TransportChain(JsonRpcTransport transport, RpcIdGenerator ids,
		@Nullable Duration defaultTimeout) implements RpcMiddleware.Chain {

	private static final JsonRpcResponse SENT = JsonRpcResponse.success(null, null);

	/**
	 * Let a middleware that tries again not use an id twice: an answer to the first
	 * attempt may still be on its way.
	 */
	static JsonRpcRequest repeatable(JsonRpcRequest request) {
		return request.withAttribute(FirstAttempt.class, new FirstAttempt());
	}

	@Override
	public Mono<JsonRpcResponse> next(JsonRpcRequest request) {
		RequestSink sink = request.attribute(RequestSink.class);
		return (sink == null) ? send(request) : Mono
			.defer(() -> sink.isOpen() ? sink.take(request, timeout(request)) : timed(request, callAgain(request)));
	}

	private Mono<JsonRpcResponse> send(JsonRpcRequest request) {
		return timed(request, request.isNotification() ? this.transport.send(request).thenReturn(SENT) : call(request));
	}

	private Mono<JsonRpcResponse> timed(JsonRpcRequest request, Mono<JsonRpcResponse> response) {
		Duration timeout = timeout(request);
		return (timeout != null) ? response.timeout(timeout, Mono.error(() -> new RequestTimeoutException(timeout)))
				: response;
	}

	private Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		FirstAttempt first = request.attribute(FirstAttempt.class);
		return (first == null) ? this.transport.call(request) : Mono
			.defer(() -> first.compareAndSet(true, false) ? this.transport.call(request) : callAgain(request));
	}

	private Mono<JsonRpcResponse> callAgain(JsonRpcRequest request) {
		return request.isNotification() ? this.transport.send(request).thenReturn(SENT)
				: this.transport.call(request.withId(this.ids.next())).map((response) -> response.withId(request.id()));
	}

	private @Nullable Duration timeout(JsonRpcRequest request) {
		Duration timeout = CallOptions.of(request).timeout();
		return (timeout != null) ? timeout : this.defaultTimeout;
	}

	/**
	 * Takes what has passed the middleware. It travels as an attribute.
	 */
	interface RequestSink {

		/**
		 * Return whether this still takes requests. What comes later, from a middleware
		 * that tries again, is a call of its own.
		 */
		boolean isOpen();

		Mono<JsonRpcResponse> take(JsonRpcRequest request, @Nullable Duration timeout);

	}

	/**
	 * Whether the request is still to be sent for the first time.
	 */
	private static final class FirstAttempt extends AtomicBoolean {

		private static final long serialVersionUID = 1L;

		FirstAttempt() {
			super(true);
		}

	}

}
