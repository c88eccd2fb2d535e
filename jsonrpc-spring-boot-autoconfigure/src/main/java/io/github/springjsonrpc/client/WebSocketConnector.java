package io.github.springjsonrpc.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.connection.JsonRpcWebSocketHandler;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.Connection;
import reactor.netty.http.client.WebsocketClientSpec;

import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

/**
 * Makes connections, with Reactor Netty.
 *
 * @param builder what the user wants
 * @param endpoint where to, for exceptions
 * @param connections where the open ones are listed
 * @param lifecycle told of the connections besides the listeners of the user
 */
record WebSocketConnector(WebSocketTransportBuilder builder, String endpoint, JsonRpcConnectionRegistry connections,
		ConnectionListener lifecycle) {

	/**
	 * Make a connection.
	 * @return the connection; cancelling it gives up the attempt
	 */
	Mono<JsonRpcConnection> connect() {
		return Mono.<JsonRpcConnection>create(this::connect)
			.timeout(this.builder.connectTimeout)
			.onErrorMap(this::failure);
	}

	private Throwable failure(Throwable exception) {
		String reason = (exception instanceof TimeoutException) ? "no handshake within " + this.builder.connectTimeout
				: String.valueOf(exception.getMessage());
		return new TransportException("Could not connect to " + this.endpoint + ": " + reason, false, exception);
	}

	private void connect(MonoSink<JsonRpcConnection> sink) {
		AtomicReference<Connection> socket = new AtomicReference<>();
		ReactorNettyWebSocketClient client = new ReactorNettyWebSocketClient(
				this.builder.httpClient.doOnConnected(socket::set), this::spec);
		WebSocketHandler handler = new Connecting(handler(sink), List.copyOf(this.builder.subProtocols), () -> {
			Connection connection = socket.get();
			if (connection != null) {
				connection.channel().close();
			}
		});
		sink.onCancel(client.execute(this.builder.url, this.builder.headers, handler)
			.subscribe(null, sink::error, () -> sink.error(new IllegalStateException("closed at once"))));
	}

	private WebsocketClientSpec.Builder spec() {
		// pings are left to the connection, which counts their answers among what waits
		return WebsocketClientSpec.builder().maxFramePayloadLength(this.builder.maxMessageSize).handlePing(true);
	}

	private JsonRpcWebSocketHandler handler(MonoSink<JsonRpcConnection> sink) {
		List<ConnectionListener> listeners = new ArrayList<>();
		listeners.add(this.lifecycle);
		listeners.addAll(this.builder.listeners);
		listeners.add(new ConnectionListener() {

			@Override
			public void connected(JsonRpcConnection connection) {
				sink.success(connection);
			}

		});
		return new JsonRpcWebSocketHandler(this.builder.codec, this.builder.settings, this.builder.handler,
				this.connections, listeners);
	}

	/**
	 * Hands the session over.
	 */
	private record Connecting(JsonRpcWebSocketHandler handler, List<String> subProtocols,
			Runnable abort) implements WebSocketHandler {

		@Override
		public List<String> getSubProtocols() {
			return this.subProtocols;
		}

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			return this.handler.handle(session, this.abort);
		}

	}

}
