package io.github.springjsonrpc.connection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.springjsonrpc.RawWebSocket;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.CloseStatus;

import static io.github.springjsonrpc.connection.WebSocketPair.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cancellation by the other side: of calls that run, that wait, and of those in batches.
 */
class ConnectionCancellationTests {

	private static final String CANCELLED = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32800,"
			+ "\"message\":\"Request cancelled\"},\"id\":%s}";

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final Echo endless = (request, connection) -> {
		String name = request.method() + " " + request.id();
		if (request.method().equals("quick")) {
			return Mono.just(JsonRpcResponse.success(request.id(), true));
		}
		return Mono.<JsonRpcResponse>never()
			.doOnSubscribe((subscription) -> this.events.add("started " + name))
			.doOnCancel(() -> this.events.add("cancelled " + name));
	};

	private static String call(String method, Object id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"id\":%s}".formatted(method, id);
	}

	private static String cancel(Object id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":%s}}".formatted(id);
	}

	private void await(String event) {
		Awaitility.await(event).atMost(TIMEOUT).until(() -> this.events.contains(event));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1.0", "\"1\"", "\"\\u0031\"", "12345678901234567890123" })
	void answersCallThatRunsWithTheCodeOfCancellation(String id) {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, this.endless);
				RawWebSocket client = server.connect()) {
			assertThat(client.text(call("endless", id)).text(cancel(id)).next()).isEqualTo(CANCELLED.formatted(id));
			assertThat(this.events).hasSize(2);
			assertThat(this.events.get(1)).startsWith("cancelled");
		}
	}

	@Test
	void cancelsCallThatWaits() {
		ConnectionSettings settings = ConnectionSettings.builder().maxInFlight(2).build();
		try (WebSocketServer server = new WebSocketServer(settings, this.endless);
				RawWebSocket client = server.connect()) {
			client.text(call("endless", 1)).text(call("endless", 2)).text(call("endless", 3));
			assertThat(client.text(cancel(3)).next()).isEqualTo(CANCELLED.formatted(3));
			assertThat(client.text(cancel(1)).next()).isEqualTo(CANCELLED.formatted(1));
			assertThat(this.events).containsExactly("started endless 1", "started endless 2", "cancelled endless 1");
		}
	}

	@Test
	void cancelsCallsOfBatchThatRunAndThatAreStillToBegin() {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, this.endless);
				RawWebSocket client = server.connect()) {
			// one after the other
			client.text(IntStream.range(1, 4)
				.mapToObj((i) -> call("endless", i))
				.collect(Collectors.joining(",", "[", "," + call("quick", 4) + "]")));
			await("started endless 1");
			client.text(cancel(3)).text(cancel(2)).text(cancel(1));
			assertThat(client.next()).isEqualTo("[" + CANCELLED.formatted(1) + "," + CANCELLED.formatted(2) + ","
					+ CANCELLED.formatted(3) + ",{\"jsonrpc\":\"2.0\",\"result\":true,\"id\":4}]");
			assertThat(this.events).containsExactly("started endless 1", "cancelled endless 1");
			client.reset();
			server.awaitEnds(1);
		}
	}

	@Test
	void cancelsCallOfBatchThatWaits() {
		ConnectionSettings settings = ConnectionSettings.builder().maxInFlight(2).build();
		try (WebSocketServer server = new WebSocketServer(settings, this.endless);
				RawWebSocket client = server.connect()) {
			client.text(call("endless", 1)).text(call("endless", 2)).text("[" + call("endless", 3) + "]");
			client.text(cancel(3)).text(cancel(1));
			assertThat(client.next()).isEqualTo(CANCELLED.formatted(1));
			assertThat(client.next()).isEqualTo("[" + CANCELLED.formatted(3) + "]");
			assertThat(this.events).containsExactly("started endless 1", "started endless 2", "cancelled endless 1");
		}
	}

	@Test
	void cancelsNoLaterCallWithTheIdOfOneThatWasAnswered() {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, this.endless);
				RawWebSocket client = server.connect()) {
			client.text("[" + call("quick", 1) + "," + call("endless", 2) + "]");
			await("started endless 2");
			client.text(cancel(1)).text(cancel(2));
			assertThat(client.next()).startsWith("[{\"jsonrpc\":\"2.0\",\"result\":true,\"id\":1}");
			assertThat(client.text(call("quick", 1)).next())
				.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":true,\"id\":1}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":7}", "{\"id\":null}", "{\"id\":{}}", "{\"id\":[1]}", "{}", "[1]", "[]" })
	void ignoresWhatCancelsNothing(String params) {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, this.endless);
				RawWebSocket client = server.connect()) {
			client.text("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":" + params + "}");
			assertThat(client.text(call("quick", 1)).next()).contains("\"result\":true");
		}
	}

	@Test
	void cancelsByTheNameThatIsConfigured() {
		ConnectionSettings settings = ConnectionSettings.builder().cancelMethod("stop").build();
		try (WebSocketServer server = new WebSocketServer(settings, this.endless);
				RawWebSocket client = server.connect()) {
			client.text(call("endless", 1)).text(cancel(1).replace("$/cancelRequest", "stop"));
			assertThat(client.next()).isEqualTo(CANCELLED.formatted(1));
		}
	}

	@Test
	void cancelsEverythingOfConnectionThatBreaks() {
		ConnectionSettings settings = ConnectionSettings.builder().maxInFlight(3).build();
		try (WebSocketServer server = new WebSocketServer(settings, this.endless)) {
			RawWebSocket client = server.connect();
			client.text(call("endless", 1))
				.text("{\"jsonrpc\":\"2.0\",\"method\":\"endless\"}")
				.text("[" + call("endless", 3) + "]")
				.text(call("waiting", 4));
			await("started endless 3");
			client.reset();
			await("cancelled endless 1");
			await("cancelled endless null");
			await("cancelled endless 3");
			server.awaitEnds(1);
			assertThat(server.ends).containsExactly(CloseStatus.NO_CLOSE_FRAME);
			assertThat(this.events).doesNotContain("started waiting 4");
		}
	}

	@Test
	void letsNotificationsEndAfterAnOrderlyGoodbye() {
		Echo later = (request, connection) -> request.isNotification()
				? connection.closed().doOnNext((status) -> this.events.add("ended")).then(Mono.empty())
				: this.endless.call(request, connection);
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, later)) {
			RawWebSocket client = server.connect();
			client.text("{\"jsonrpc\":\"2.0\",\"method\":\"later\"}").text(call("endless", 1));
			await("started endless 1");
			client.send(RawWebSocket.frame(RawWebSocket.FINAL | RawWebSocket.CLOSE, new byte[] { 3, (byte) 0xE8 }));
			assertThat(client.last()).isEqualTo("close 1000");
			await("cancelled endless 1");
			await("ended");
			server.awaitEnds(1);
		}
	}

}
