package io.github.springjsonrpc.connection;

import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A handler that runs each call of a message by itself, as a server does.
 */
@FunctionalInterface
interface Echo extends MessageHandler {

	/**
	 * Answers with the params.
	 */
	Echo PARAMS = (request, connection) -> Mono.justOrEmpty(request.params().encoded())
		.map((params) -> JsonRpcResponse.success(request.id(), params));

	Mono<JsonRpcResponse> call(JsonRpcRequest request, JsonRpcConnection connection);

	@Override
	default Mono<JsonRpcMessage> handle(JsonRpcMessage message, JsonRpcConnection connection) {
		if (message instanceof JsonRpcBatch batch) {
			return Flux.fromIterable(batch.messages())
				.concatMap((entry) -> handle(entry, connection))
				.cast(JsonRpcResponse.class)
				.collectList()
				.filter((answers) -> !answers.isEmpty())
				.map((List<JsonRpcResponse> answers) -> new JsonRpcBatch(answers));
		}
		if (message instanceof JsonRpcRequest request) {
			Mono<JsonRpcResponse> answer = connection.track(request, Mono.defer(() -> call(request, connection)));
			return request.isNotification() ? answer.then(Mono.empty()) : answer.cast(JsonRpcMessage.class);
		}
		return Mono.empty();
	}

}
