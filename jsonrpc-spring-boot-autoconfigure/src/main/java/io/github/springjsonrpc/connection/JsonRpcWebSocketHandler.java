package io.github.springjsonrpc.connection;

import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * Speaks JSON-RPC over WebSocket sessions, at either end: given to Spring's WebSocket
 * support on a server, or to a WebSocket client. Each session becomes a
 * {@link JsonRpcConnection}, which the listeners are told of. Thread-safe.
 */
public final class JsonRpcWebSocketHandler implements WebSocketHandler {

	private final JsonRpcCodec codec;

	private final ConnectionSettings settings;

	private final MessageHandler handler;

	private final JsonRpcConnectionRegistry connections;

	private final List<ConnectionListener> listeners;

	/**
	 * Create a handler.
	 * @param codec reads and writes the messages
	 * @param settings the limits and intervals
	 * @param handler answers what comes in and is no response
	 * @param connections where the open connections are listed
	 * @param listeners told what happens to the connections
	 */
	public JsonRpcWebSocketHandler(JsonRpcCodec codec, ConnectionSettings settings, MessageHandler handler,
			JsonRpcConnectionRegistry connections, List<? extends ConnectionListener> listeners) {
		this.codec = codec;
		this.settings = settings;
		this.handler = handler;
		this.connections = connections;
		this.listeners = List.copyOf(listeners);
	}

	@Override
	public Mono<Void> handle(WebSocketSession session) {
		return handle(session, null);
	}

	/**
	 * Speak JSON-RPC over a session.
	 * @param session the session
	 * @param abort closes the socket without a word, for when the other side does not
	 * read what it is told; {@code null} if that can't be done
	 * @return completes when the connection has ended; cancelling it ends the connection
	 */
	public Mono<Void> handle(WebSocketSession session, @Nullable Runnable abort) {
		return Mono.deferContextual((context) -> {
			DefaultJsonRpcConnection connection = new DefaultJsonRpcConnection(session, this, context,
					(abort != null) ? abort : () -> {
					});
			return connection.run();
		});
	}

	JsonRpcCodec codec() {
		return this.codec;
	}

	ConnectionSettings settings() {
		return this.settings;
	}

	MessageHandler handler() {
		return this.handler;
	}

	JsonRpcConnectionRegistry connections() {
		return this.connections;
	}

	List<ConnectionListener> listeners() {
		return this.listeners;
	}

}
