package io.github.springjsonrpc.client.proxy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcTransport;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import io.github.springjsonrpc.server.TestServer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A transport without a server that keeps what is sent.
 */
final class Recorder implements JsonRpcTransport {

	private final List<JsonRpcRequest> requests = new CopyOnWriteArrayList<>();

	private final Function<JsonRpcRequest, @Nullable Object> answers;

	private String unsubscribe = "";

	private final RpcProxyFactory factory = new RpcProxyFactory((name) -> client(), (value) -> value);

	private Recorder(Function<JsonRpcRequest, @Nullable Object> answers) {
		this.answers = answers;
	}

	/**
	 * Create a transport that answers all requests with one result or error.
	 */
	static Recorder answering(@Nullable Object answer) {
		return new Recorder((request) -> answer);
	}

	JsonRpcClient client() {
		return JsonRpcClient.builder(this, TestServer.CODEC).build();
	}

	<T> T proxy(Class<T> type) {
		return this.factory.create(type, client());
	}

	List<JsonRpcRequest> requests() {
		return this.requests;
	}

	/**
	 * Return the only request that has been sent.
	 */
	JsonRpcRequest request() {
		if (this.requests.size() != 1) {
			throw new AssertionError("Not one request but " + this.requests);
		}
		return this.requests.get(0);
	}

	/**
	 * Return the only request as text, with apostrophes for quotation marks: method and
	 * params.
	 */
	String sent() {
		JsonRpcParams params = request().params();
		return request().method() + ((params.kind() == JsonRpcParams.Kind.NONE) ? ""
				: " " + TestServer.CODEC.toJson(params.asValue()).toString().replace('"', '\''));
	}

	/**
	 * Return the method that would end the subscription.
	 */
	String unsubscribe() {
		return this.unsubscribe;
	}

	@Override
	public String endpoint() {
		return "recorder";
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		this.requests.add(request);
		Object answer = this.answers.apply(request);
		return Mono.just((answer instanceof JsonRpcError error) ? JsonRpcResponse.failure(request.id(), error)
				: JsonRpcResponse.success(request.id(), answer));
	}

	@Override
	public Flux<JsonRpcResponse> call(JsonRpcBatch batch) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Mono<Void> send(JsonRpcRequest notification) {
		this.requests.add(notification);
		return Mono.empty();
	}

	@Override
	public Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe) {
		this.requests.add(request);
		this.unsubscribe = unsubscribe;
		return Flux.just(TestServer.CODEC.toJson(1), TestServer.CODEC.toJson(2));
	}

	@Override
	public void close() {
	}

}
