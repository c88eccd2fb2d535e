package io.github.springjsonrpc.peer;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.MessageHandler;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.server.JsonRpcServer;
import reactor.core.publisher.Mono;

/**
 * Lets a server of this application answer what the other side of a client's connection
 * calls: {@code transport.handler(new ServerMessageHandler(server))}.
 *
 * @param server answers the calls
 */
public record ServerMessageHandler(JsonRpcServer server) implements MessageHandler {

	@Override
	public Mono<JsonRpcMessage> handle(JsonRpcMessage message, JsonRpcConnection connection) {
		return this.server.handle(message, (request, chain) -> connection.track(request,
				chain.next(request.withAttribute(JsonRpcConnection.class, connection))));
	}

}
