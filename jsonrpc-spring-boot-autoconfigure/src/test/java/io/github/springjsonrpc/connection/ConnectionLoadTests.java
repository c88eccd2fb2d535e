package io.github.springjsonrpc.connection;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.springjsonrpc.RawWebSocket;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.webflux.BufferLeaks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static io.github.springjsonrpc.connection.WebSocketPair.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Many senders on one connection, and many connections that end anyhow.
 */
@ExtendWith(BufferLeaks.class)
class ConnectionLoadTests {

	private static final int SENDERS = 200;

	private static final int MESSAGES = 50;

	private static final int SOCKETS = 2000;

	private static final int CLIENTS = 20;

	private static final int KB = 1024;

	private final ExecutorService executor = Executors.newCachedThreadPool();

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	private static String call(String method, int id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"id\":%d}".formatted(method, id);
	}

	@Test
	void losesAndInterleavesNothingOfManySenders() throws Exception {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, Echo.PARAMS);
				RawWebSocket client = server.connect()) {
			await().atMost(TIMEOUT).until(() -> server.last() != null);
			JsonRpcConnection connection = server.connections.get(0);
			List<Future<?>> senders = new ArrayList<>();
			for (int sender = 0; sender < SENDERS; sender++) {
				int from = sender;
				senders.add(this.executor.submit(() -> IntStream.range(0, MESSAGES)
					.forEach((message) -> connection
						.send(JsonRpcRequest.notification("tell", JsonRpcParams.positional(from, message)))
						.block(TIMEOUT))));
			}
			int[] next = new int[SENDERS];
			for (int i = 0; i < SENDERS * MESSAGES; i++) {
				String[] numbers = client.next()
					.replace("{\"jsonrpc\":\"2.0\",\"method\":\"tell\",\"params\":[", "")
					.replace("]}", "")
					.split(",");
				assertThat(numbers).hasSize(2);
				int from = Integer.parseInt(numbers[0]);
				assertThat(Integer.parseInt(numbers[1])).isEqualTo(next[from]++);
			}
			for (Future<?> sender : senders) {
				sender.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
			}
		}
	}

	/**
	 * Calls back and waits, or subscribes, or never answers.
	 */
	private static Mono<JsonRpcResponse> churn(JsonRpcRequest request, JsonRpcConnection connection) {
		return switch (request.method()) {
			case "back" -> connection.call(JsonRpcRequest.request(JsonRpcId.of("back"), "back", JsonRpcParams.none()))
				.onErrorComplete(ConnectionClosedException.class);
			case "subscribe" -> Mono.fromSupplier(() -> JsonRpcResponse.success(request.id(), connection.subscriptions()
				.open(request, new Publication(Flux.range(0, 5).concatWith(Flux.never()), "item"))));
			case "never" -> Mono.never();
			default -> Mono.just(JsonRpcResponse.success(request.id(), "x".repeat(KB)));
		};
	}

	@Test
	void keepsNothingOfConnectionsThatEndAnyhow() throws Exception {
		Echo handler = ConnectionLoadTests::churn;
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, handler)) {
			List<Future<?>> clients = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				Random random = new Random(i);
				clients.add(this.executor.submit(
						() -> IntStream.range(0, SOCKETS / CLIENTS).forEach((socket) -> comeAndGo(server, random))));
			}
			for (Future<?> client : clients) {
				client.get(2, TimeUnit.MINUTES);
			}
			server.awaitEnds(SOCKETS);
			assertThat(server.connections).hasSize(SOCKETS);
		}
	}

	private static void comeAndGo(WebSocketServer server, Random random) {
		RawWebSocket client = server.connect();
		try {
			for (String method : List.of("back", "subscribe", "never", "answer", "[batch]")) {
				if (random.nextInt(8) == 0) {
					break;
				}
				client.text(method.startsWith("[") ? "[" + call("never", 7) + "," + call("answer", 8) + "]"
						: call(method, random.nextInt()));
				if (random.nextInt(4) == 0) {
					client.next();
				}
			}
			if (random.nextInt(3) == 0) {
				client.send(RawWebSocket.frame(RawWebSocket.FINAL | RawWebSocket.CLOSE, new byte[] { 3, (byte) 0xE8 }));
			}
		}
		catch (UncheckedIOException ex) {
			throw new IllegalStateException("The server closed the connection first", ex);
		}
		if (random.nextBoolean()) {
			client.reset();
		}
		else {
			client.close();
		}
	}

	@Test
	void staysBoundedWithManyIdleAndHostileSockets() {
		ConnectionSettings settings = ConnectionSettings.builder().maxOutboundBytes(1024 * KB).build();
		Echo handler = (request, connection) -> Mono.just(JsonRpcResponse.success(request.id(), "x".repeat(100 * KB)));
		List<RawWebSocket> sockets = new ArrayList<>();
		try (WebSocketServer server = new WebSocketServer(settings, handler)) {
			for (int i = 0; i < 1000; i++) {
				sockets.add(server.connect());
			}
			String calls = IntStream.range(0, 40)
				.mapToObj((i) -> call("large", i))
				.reduce("", (all, call) -> all + " " + call);
			for (int i = 0; i < 100; i++) {
				RawWebSocket hostile = server.connect();
				sockets.add(hostile);
				for (String call : calls.split(" ")) {
					hostile.text(call);
				}
			}
			RawWebSocket other = server.connect();
			sockets.add(other);
			assertThat(other.text(call("large", 1)).next()).endsWith("\"id\":1}");
			// an eighth of the buffer, and the answer that went beyond it
			assertThat(server.connections).hasSize(1101)
				.allSatisfy((connection) -> assertThat(connection.waitingBytes()).isLessThan(300L * KB));
		}
		finally {
			sockets.forEach(RawWebSocket::close);
		}
	}

}
