package io.github.springjsonrpc.peer;

import java.lang.reflect.Type;
import java.util.List;

import io.github.springjsonrpc.client.JsonRpcTransport;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls a server of the same application. Values are written as JSON and read again, as
 * they would be over the wire, so that neither side sees the other's objects.
 */
public final class LocalTransport implements JsonRpcTransport {

	private final JsonRpcServer server;

	private final JsonRpcCodec codec;

	/**
	 * Create a transport.
	 * @param server the server, which stays as it is when the transport is closed
	 */
	public LocalTransport(JsonRpcServer server) {
		this.server = server;
		this.codec = server.codec();
	}

	@Override
	public String endpoint() {
		return "server " + this.server.name();
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		return handle(request).cast(JsonRpcResponse.class).map(this::encoded);
	}

	@Override
	public Flux<JsonRpcResponse> call(JsonRpcBatch batch) {
		return Flux.defer(() -> handle(new JsonRpcBatch(batch.messages().stream().map(this::encoded).toList())))
			.flatMapIterable(
					(answer) -> (answer instanceof JsonRpcBatch responses) ? responses.messages() : List.of(answer))
			.cast(JsonRpcResponse.class)
			.map(this::encoded);
	}

	@Override
	public Mono<Void> send(JsonRpcRequest notification) {
		return Mono.fromRunnable(() -> handle(notification).subscribe());
	}

	private Mono<JsonRpcMessage> handle(JsonRpcMessage message) {
		return Mono.defer(() -> this.server.handle(encoded(message), (request, chain) -> chain.next(request)));
	}

	/**
	 * Leave the attributes of the client's side behind, and write the params.
	 */
	private JsonRpcMessage encoded(JsonRpcMessage message) {
		if (!(message instanceof JsonRpcRequest request)) {
			return message;
		}
		Object values = request.params().asValue();
		JsonRpcParams params = (values != null) ? this.codec.toParams(values) : JsonRpcParams.none();
		return (request.id() != null) ? JsonRpcRequest.request(request.id(), request.method(), params)
				: JsonRpcRequest.notification(request.method(), params);
	}

	private JsonRpcResponse encoded(JsonRpcResponse response) {
		JsonRpcError error = response.error();
		if (error != null) {
			return JsonRpcResponse.failure(response.id(), error.withData(toJson(error.data(), null)));
		}
		return JsonRpcResponse.success(response.id(), toJson(response.result(), response.resultType()));
	}

	private @Nullable Object toJson(@Nullable Object value, @Nullable Type type) {
		return (value != null) ? this.codec.toJson(value, type) : null;
	}

	/**
	 * Does nothing: the server belongs to somebody else.
	 */
	@Override
	public void close() {
	}

}
