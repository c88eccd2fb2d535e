package io.github.springjsonrpc.connection;

import io.github.springjsonrpc.protocol.JsonRpcMessage;
import reactor.core.publisher.Mono;

/**
 * Answers what comes in over a connection and is no response.
 */
@FunctionalInterface
public interface MessageHandler {

	/**
	 * Answer a message. It is called on the thread that reads the connection, which the
	 * returned {@code Mono} must not block.
	 * @param message a request, a notification, an invalid message, or a batch of those
	 * @param connection where it came from; each call is to be run within
	 * {@link JsonRpcConnection#track}, so that the other side can cancel it
	 * @return what to send back; empty for nothing
	 */
	Mono<JsonRpcMessage> handle(JsonRpcMessage message, JsonRpcConnection connection);

}
