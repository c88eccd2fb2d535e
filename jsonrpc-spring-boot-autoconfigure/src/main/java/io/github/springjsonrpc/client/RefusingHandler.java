package io.github.springjsonrpc.client;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.MessageHandler;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * For clients that offer no methods: whoever waits for an answer gets one.
 */
final class RefusingHandler implements MessageHandler {

	private static final Log logger = LogFactory.getLog(WebSocketTransport.class);

	@Override
	public Mono<JsonRpcMessage> handle(JsonRpcMessage message, JsonRpcConnection connection) {
		if (message instanceof JsonRpcBatch batch) {
			List<JsonRpcMessage> answers = new ArrayList<>();
			for (JsonRpcMessage entry : batch.messages()) {
				JsonRpcMessage answer = answer(entry);
				if (answer != null) {
					answers.add(answer);
				}
			}
			return answers.isEmpty() ? Mono.empty() : Mono.just(new JsonRpcBatch(answers));
		}
		return Mono.justOrEmpty(answer(message));
	}

	private static @Nullable JsonRpcMessage answer(JsonRpcMessage message) {
		if (message instanceof JsonRpcRequest request && !request.isNotification()) {
			return JsonRpcResponse.failure(request.id(), JsonRpcErrorCode.METHOD_NOT_FOUND.error());
		}
		logger.debug("Ignored " + message);
		return null;
	}

}
