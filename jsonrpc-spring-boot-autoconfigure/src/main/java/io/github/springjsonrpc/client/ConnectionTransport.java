package io.github.springjsonrpc.client;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sends messages over one connection, which belongs to somebody else.
 *
 * @param connection the connection
 */
record ConnectionTransport(JsonRpcConnection connection) implements JsonRpcTransport {

	@Override
	public String endpoint() {
		return "connection " + this.connection.id();
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		return this.connection.call(request).onErrorMap(ConnectionFailure::of);
	}

	@Override
	public Flux<JsonRpcResponse> call(JsonRpcBatch batch) {
		return this.connection.call(batch).onErrorMap(ConnectionFailure::of);
	}

	@Override
	public Mono<Void> send(JsonRpcRequest notification) {
		return this.connection.send(notification).onErrorMap(ConnectionFailure::of);
	}

	@Override
	public Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe) {
		return new OpeningSubscription(request, unsubscribe).over(this.connection, () -> {
		});
	}

	@Override
	public void close() {
	}

}
