package io.github.springjsonrpc.client;

import java.util.List;
import java.util.function.Consumer;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The {@link JsonRpcClient}: sends each request through the middleware to the transport.
 */
final class DefaultJsonRpcClient implements JsonRpcClient {

	private final JsonRpcTransport transport;

	private final JsonRpcCodec codec;

	private final RpcIdGenerator ids;

	private final ErrorMapping errors;

	private final ResultReader results;

	private final RpcMiddleware.Chain chain;

	DefaultJsonRpcClient(JsonRpcClientBuilder builder) {
		this.transport = builder.transport.get();
		this.codec = builder.codec;
		this.ids = builder.ids;
		this.errors = new ErrorMapping(List.copyOf(builder.errorMappers), this.transport.endpoint());
		this.results = new ResultReader(this.codec::toJson, this.errors);
		this.chain = RpcMiddleware.chain(builder.middlewares,
				new TransportChain(this.transport, this.ids, builder.timeout));
	}

	@Override
	public CallSpec method(String method) {
		return new DefaultCallSpec(this, template(method));
	}

	@Override
	public NotificationSpec notification(String method) {
		return new DefaultNotificationSpec(this, template(method));
	}

	// a notification until it gets an id
	private static JsonRpcRequest template(String method) {
		return JsonRpcRequest.notification(method, JsonRpcParams.none());
	}

	@Override
	public Mono<BatchResult> batch(Consumer<BatchSpec> entries) {
		return Mono.defer(() -> {
			RequestCollector requests = new RequestCollector();
			entries.accept(requests);
			return batch(requests.all()).result(this.results);
		});
	}

	@Override
	public Mono<JsonRpcResponse> exchange(JsonRpcRequest request) {
		JsonRpcRequest repeatable = TransportChain.repeatable(request);
		Mono<JsonRpcResponse> response = Mono.defer(() -> this.chain.next(repeatable))
			.onErrorMap((ex) -> this.errors.described(ex, request));
		return request.isNotification() ? response.filter((ignored) -> false) : response;
	}

	@Override
	public Flux<JsonRpcResponse> exchange(JsonRpcBatch batch) {
		return Flux
			.defer(() -> batch(batch.messages().stream().map(DefaultJsonRpcClient::request).toList()).responses());
	}

	private static JsonRpcRequest request(JsonRpcMessage entry) {
		if (entry instanceof JsonRpcRequest request) {
			return request;
		}
		throw new IllegalArgumentException("A client sends no " + entry);
	}

	private BatchExchange batch(List<JsonRpcRequest> requests) {
		if (requests.isEmpty()) {
			throw new InvalidRequestException("An empty batch can't be sent", null);
		}
		return new BatchExchange(this.transport, this.chain, this.errors, requests);
	}

	@Override
	public void close() {
		this.transport.close();
	}

	// what the specs ask for

	JsonRpcParams write(Object params) {
		return this.codec.toParams(params);
	}

	JsonRpcRequest withId(JsonRpcRequest template) {
		return template.withId(this.ids.next());
	}

	ResultReader results() {
		return this.results;
	}

	/**
	 * Send a notification, which a middleware may have answered with an error.
	 */
	Mono<Void> send(JsonRpcRequest notification) {
		return this.chain.next(notification)
			.onErrorMap((ex) -> this.errors.exception(ex, notification))
			.flatMap((response) -> (response.error() != null)
					? Mono.error(this.errors.exception(response.error(), notification)) : Mono.empty());
	}

	ClientSubscription subscription(JsonRpcRequest request, String unsubscribe) {
		return new ClientSubscription(this.transport, this.chain, this.errors, request, unsubscribe);
	}

}
