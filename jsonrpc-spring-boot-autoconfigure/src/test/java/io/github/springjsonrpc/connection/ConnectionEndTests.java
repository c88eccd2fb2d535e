package io.github.springjsonrpc.connection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.springjsonrpc.RawWebSocket;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

import org.springframework.web.reactive.socket.CloseStatus;

import static io.github.springjsonrpc.connection.WebSocketPair.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How connections end, and that they do once.
 */
class ConnectionEndTests {

	private static JsonRpcConnection connection(WebSocketServer server) {
		await().atMost(TIMEOUT).until(() -> server.last() != null);
		return server.connections.get(0);
	}

	@Test
	void closesOnceWhoeverAsks() {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, Echo.PARAMS);
				RawWebSocket client = server.connect()) {
			JsonRpcConnection connection = connection(server);
			connection.close(new CloseStatus(4001, "first"));
			connection.close(new CloseStatus(4002, "second"));
			connection.drain(CloseStatus.GOING_AWAY, Duration.ZERO).block(TIMEOUT);
			assertThat(client.last()).isEqualTo("close 4001");
			assertThat(connection.closed().block(TIMEOUT)).isEqualTo(new CloseStatus(4001, "first"));
			assertThat(connection.isOpen()).isFalse();
			server.awaitEnds(1);
		}
	}

	@Test
	void cutsOffReasonThatFitsNoCloseFrame() {
		assertThat(CloseFrame.fit(new CloseStatus(4000, "é".repeat(100))).getReason()).isEqualTo("é".repeat(61));
		assertThat(CloseFrame.fit(new CloseStatus(4000, "x".repeat(123))).getReason()).isEqualTo("x".repeat(123));
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, Echo.PARAMS);
				RawWebSocket client = server.connect()) {
			connection(server).close(new CloseStatus(4000, "x".repeat(1000)));
			assertThat(client.last()).isEqualTo("close 4000");
		}
	}

	@Test
	void endsAlsoWithStatusThatMustNotBeSent() {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, Echo.PARAMS);
				RawWebSocket client = server.connect()) {
			connection(server).close(CloseStatus.NO_STATUS_CODE);
			server.awaitEnds(1);
			assertThat(client.last()).startsWith("close").isNotEqualTo("close 1005");
		}
	}

	@Test
	void keepsNothingOfConnectionThatAListenerClosesAtOnce() {
		JsonRpcConnectionRegistry registry = new JsonRpcConnectionRegistry();
		List<String> events = new CopyOnWriteArrayList<>();
		ConnectionListener impatient = new ConnectionListener() {

			@Override
			public void connected(JsonRpcConnection connection) {
				events.add("connected, listed " + registry.all().size());
				connection.close(CloseStatus.POLICY_VIOLATION);
			}

			@Override
			public void disconnected(JsonRpcConnection connection, CloseStatus status) {
				events.add("disconnected, listed " + registry.all().size());
			}

		};
		DisposableServer server = WebSocketPair.listen(new JsonRpcWebSocketHandler(WebSocketPair.CODEC,
				ConnectionSettings.DEFAULTS, Echo.PARAMS, registry, List.of(impatient)));
		try (RawWebSocket client = RawWebSocket.connect(server.port(), "/")) {
			assertThat(client.last()).isEqualTo("close 1008");
			await().atMost(TIMEOUT).until(() -> events.size() == 2);
			assertThat(events).containsExactly("connected, listed 1", "disconnected, listed 0");
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void survivesListenerThatFails() {
		ConnectionListener faulty = new ConnectionListener() {

			@Override
			public void connected(JsonRpcConnection connection) {
				throw new IllegalStateException("connected");
			}

		};
		DisposableServer server = WebSocketPair.listen(new JsonRpcWebSocketHandler(WebSocketPair.CODEC,
				ConnectionSettings.DEFAULTS, Echo.PARAMS, new JsonRpcConnectionRegistry(), List.of(faulty)));
		try (RawWebSocket client = RawWebSocket.connect(server.port(), "/")) {
			assertThat(client.text("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[1],\"id\":1}").next())
				.contains("[1]");
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void drainsConnectionsThatComeWhileOthersAreDrained() {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, Echo.PARAMS)) {
			server.registry.drain(CloseStatus.GOING_AWAY, TIMEOUT).block(TIMEOUT);
			try (RawWebSocket client = server.connect()) {
				assertThat(client.last()).isEqualTo("close 1001");
				server.awaitEnds(1);
			}
			server.registry.admit();
			try (RawWebSocket client = server.connect()) {
				assertThat(client.text("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[1],\"id\":1}").next())
					.contains("[1]");
			}
		}
	}

	@Test
	void closesWhenCallsTakeLongerThanTheTimeToDrain() {
		Echo endless = (request, connection) -> Mono.never();
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, endless);
				RawWebSocket client = server.connect()) {
			client.text("{\"jsonrpc\":\"2.0\",\"method\":\"endless\",\"id\":1}");
			JsonRpcConnection connection = connection(server);
			await().atMost(TIMEOUT).until(() -> !server.connections.get(0).isEmpty());
			connection.drain(CloseStatus.GOING_AWAY, Duration.ofMillis(100)).block(TIMEOUT);
			assertThat(client.last()).isEqualTo("close 1001");
			server.awaitEnds(1);
		}
	}

	@Test
	void answersInternalErrorInPlaceOfWhatCanNotBeWritten() {
		Echo unwritable = (request, connection) -> Mono
			.just(JsonRpcResponse.success(request.id(), request.method().equals("bad") ? new Unwritable() : "good"));
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, unwritable);
				RawWebSocket client = server.connect()) {
			String error = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"},\"id\":1}";
			String bad = "{\"jsonrpc\":\"2.0\",\"method\":\"bad\",\"id\":1}";
			String good = bad.replace("bad", "good");
			assertThat(client.text(bad).next()).isEqualTo(error);
			assertThat(client.text("[" + bad + "," + good + "]").next())
				.isEqualTo("[" + error + ",{\"jsonrpc\":\"2.0\",\"result\":\"good\",\"id\":1}]");
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 40, 400 })
	void closesConnectionOfClientThatAnswersNoPing(long pongTimeout) {
		ConnectionSettings settings = ConnectionSettings.builder()
			.pingInterval(Duration.ofMillis(100))
			.pongTimeout(Duration.ofMillis(pongTimeout))
			.build();
		try (WebSocketServer server = new WebSocketServer(settings, Echo.PARAMS);
				RawWebSocket client = server.connect()) {
			assertThat(client.next()).isEqualTo("ping ");
			// no second ping before the time for the pong of the first is over
			assertThat(client.last()).isEqualTo("close 1011");
			server.awaitEnds(1);
			assertThat(server.ends.get(0).getReason()).startsWith("No pong");
		}
	}

	@Test
	void keepsConnectionOfClientThatAnswersPings() {
		ConnectionSettings settings = ConnectionSettings.builder()
			.pingInterval(Duration.ofMillis(50))
			.pongTimeout(Duration.ofSeconds(20))
			.build();
		try (WebSocketServer server = new WebSocketServer(settings, Echo.PARAMS);
				RawWebSocket client = server.connect()) {
			for (int i = 0; i < 5; i++) {
				assertThat(client.next()).isEqualTo("ping ");
				client.send(RawWebSocket.frame(RawWebSocket.FINAL | RawWebSocket.PONG, new byte[0]));
				assertThat(client.text("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[1],\"id\":1}").next())
					.contains("[1]");
			}
			assertThat(server.ends).isEmpty();
		}
	}

	static final class Unwritable {

		public String getSecret() {
			throw new IllegalStateException("secret");
		}

	}

}
