package io.github.springjsonrpc.connection;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * Two connections that are the ends of a real one, each with a handler of the test's
 * choice.
 */
final class WebSocketPair implements AutoCloseable {

	static final Duration TIMEOUT = Duration.ofSeconds(20);

	static final JsonRpcCodec CODEC = new JsonRpcCodec(new JacksonValueMapper(new JsonMapper(), true));

	private final DisposableServer server;

	private final Disposable client;

	final Recorder serverEvents = new Recorder();

	final Recorder clientEvents = new Recorder();

	private WebSocketPair(ConnectionSettings settings, MessageHandler server, MessageHandler client) {
		this.server = listen(handler(settings, server, this.serverEvents));
		this.client = new ReactorNettyWebSocketClient().execute(uri(), handler(settings, client, this.clientEvents))
			.subscribe();
	}

	static WebSocketPair of(MessageHandler server, MessageHandler client) {
		return new WebSocketPair(ConnectionSettings.DEFAULTS, server, client);
	}

	static WebSocketPair of(ConnectionSettings settings, MessageHandler server, MessageHandler client) {
		return new WebSocketPair(settings, server, client);
	}

	static DisposableServer listen(WebSocketHandler handler) {
		return listen(handler, (server) -> server);
	}

	static DisposableServer listen(WebSocketHandler handler, UnaryOperator<HttpServer> customizer) {
		HandshakeWebSocketService service = new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
				() -> WebsocketServerSpec.builder().maxFramePayloadLength(1024 * 1024).handlePing(true)));
		return customizer.apply(HttpServer.create())
			.port(0)
			.handle(new ReactorHttpHandlerAdapter(
					WebHttpHandlerBuilder.webHandler((exchange) -> service.handleRequest(exchange, handler)).build()))
			.bindNow();
	}

	static WebSocketHandler handler(ConnectionSettings settings, MessageHandler handler, Recorder events) {
		return new JsonRpcWebSocketHandler(CODEC, settings, handler, new JsonRpcConnectionRegistry(), List.of(events));
	}

	URI uri() {
		return URI.create("ws://localhost:" + this.server.port());
	}

	JsonRpcConnection server() {
		return this.serverEvents.connection();
	}

	JsonRpcConnection client() {
		return this.clientEvents.connection();
	}

	@Override
	public void close() {
		this.client.dispose();
		this.server.disposeNow();
	}

	/**
	 * What a listener was told.
	 */
	static final class Recorder implements ConnectionListener {

		private final Sinks.One<JsonRpcConnection> connected = Sinks.one();

		final Sinks.One<CloseStatus> disconnected = Sinks.one();

		final List<JsonRpcResponse> unmatched = new CopyOnWriteArrayList<>();

		volatile long slow;

		JsonRpcConnection connection() {
			@Nullable JsonRpcConnection connection = this.connected.asMono().block(TIMEOUT);
			if (connection == null) {
				throw new IllegalStateException("Not connected");
			}
			return connection;
		}

		Mono<CloseStatus> disconnected() {
			return this.disconnected.asMono();
		}

		@Override
		public void connected(JsonRpcConnection connection) {
			this.connected.tryEmitValue(connection);
		}

		@Override
		public void disconnected(JsonRpcConnection connection, CloseStatus status) {
			this.disconnected.tryEmitValue(status);
		}

		@Override
		public void unmatched(JsonRpcConnection connection, JsonRpcResponse response) {
			this.unmatched.add(response);
		}

		@Override
		public void slow(JsonRpcConnection connection, long waitingBytes) {
			this.slow = waitingBytes;
		}

	}

}
