package io.github.springjsonrpc.connection;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.RawWebSocket;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.web.reactive.socket.CloseStatus;

import static io.github.springjsonrpc.connection.WebSocketPair.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Bounds of what a connection holds, in both directions.
 */
class ConnectionBoundsTests {

	private static final int KB = 1024;

	private static String call(String method, int id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"id\":%d}".formatted(method, id);
	}

	private static Echo answering(int length) {
		String result = "x".repeat(length);
		return (request, connection) -> Mono.just(JsonRpcResponse.success(request.id(), result));
	}

	@Test
	void goesOnAfterAnswersThatFillTheBufferSeveralTimes() {
		ConnectionSettings settings = ConnectionSettings.builder().maxOutboundBytes(512 * KB).build();
		try (WebSocketServer server = new WebSocketServer(settings, answering(30 * KB));
				RawWebSocket client = server.connect()) {
			for (int i = 0; i < 100; i++) {
				assertThat(client.text(call("large", i)).next()).endsWith("\"id\":" + i + "}");
			}
		}
	}

	@Test
	void sendsAnswerThatIsLargerThanTheBuffer() {
		ConnectionSettings settings = ConnectionSettings.builder().maxOutboundBytes(64 * KB).build();
		try (WebSocketServer server = new WebSocketServer(settings, answering(1024 * KB));
				RawWebSocket client = server.connect()) {
			assertThat(client.text(call("large", 1)).next()).hasSizeGreaterThan(1024 * KB);
			assertThat(client.text(call("large", 2)).next()).hasSizeGreaterThan(1024 * KB);
		}
	}

	@Test
	void readsNoMoreThanItMayWorkOn() {
		Queue<Sinks.One<String>> running = new ConcurrentLinkedQueue<>();
		AtomicInteger called = new AtomicInteger();
		ConnectionSettings settings = ConnectionSettings.builder().maxInFlight(4).build();
		Echo endless = (request, connection) -> {
			called.incrementAndGet();
			Sinks.One<String> sink = Sinks.one();
			running.add(sink);
			return sink.asMono().map((result) -> JsonRpcResponse.success(request.id(), result));
		};
		try (WebSocketServer server = new WebSocketServer(settings, endless); RawWebSocket client = server.connect()) {
			for (int i = 0; i < 20; i++) {
				client.text(call("endless", i));
			}
			await().atMost(TIMEOUT).until(() -> called.get() == 4 && !server.connections.get(0).isReading());
			for (int i = 0; i < 20; i++) {
				assertThat(called.get()).isLessThanOrEqualTo(4 + i);
				await().atMost(TIMEOUT).until(() -> !running.isEmpty());
				running.remove().tryEmitValue("done");
				assertThat(client.next()).contains("\"done\"");
			}
		}
	}

	@Test
	void beginsNoCallsForClientThatDoesNotReadAndDropsIt() {
		AtomicInteger called = new AtomicInteger();
		String result = "x".repeat(100 * KB);
		ConnectionSettings settings = ConnectionSettings.builder()
			.maxOutboundBytes(4096 * KB)
			.writeTimeout(Duration.ofMillis(300))
			.build();
		Echo large = (request, connection) -> {
			called.incrementAndGet();
			return Mono.just(JsonRpcResponse.success(request.id(), result));
		};
		try (CapturedLog log = CapturedLog.of(JsonRpcConnection.class, Level.WARN);
				WebSocketServer server = new WebSocketServer(settings, large);
				RawWebSocket deaf = server.connect();
				RawWebSocket other = server.connect()) {
			for (int i = 0; i < 1000; i++) {
				deaf.text(call("large", i));
			}
			assertThat(other.text(call("large", 1)).next()).endsWith("\"id\":1}");
			await().atMost(TIMEOUT).until(() -> server.ends.size() == 1);
			assertThat(server.ends).containsExactly(CloseStatus.POLICY_VIOLATION.withReason("Messages are not read"));
			assertThat(server.slow.get()).isBetween(512L * KB, 4096L * KB);
			// what the kernel took, and an eighth of the buffer
			assertThat(called.get()).isLessThan(200);
			assertThat(log.lines()).singleElement().asString().contains("bytes wait to be read by the other side");
			assertThat(other.text(call("large", 2)).next()).endsWith("\"id\":2}");
		}
	}

	@Test
	void tellsClientThatReadsAgainWhyItWasDropped() {
		ConnectionSettings settings = ConnectionSettings.builder().maxOutboundBytes(1024 * KB).build();
		try (WebSocketServer server = new WebSocketServer(settings, Echo.PARAMS);
				RawWebSocket client = server.connect()) {
			await().atMost(TIMEOUT).until(() -> server.last() != null);
			JsonRpcConnection connection = server.connections.get(0);
			String large = "x".repeat(100 * KB);
			while (connection.isOpen()) {
				connection.send(JsonRpcConnectionTests.request("tell", large)).onErrorComplete().block(TIMEOUT);
			}
			assertThat(client.last()).isEqualTo("close 1008");
			server.awaitEnds(1);
		}
	}

}
