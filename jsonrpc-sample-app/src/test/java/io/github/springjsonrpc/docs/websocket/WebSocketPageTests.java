package io.github.springjsonrpc.docs.websocket;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The snippets of {@code docs/websocket.md} run.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = WebSocketPageApplication.class,
		properties = "spring.config.name=docs")
class WebSocketPageTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@LocalServerPort
	private int port;

	@Autowired
	private Attendance attendance;

	@Autowired
	private JsonRpcConnectionRegistry connections;

	@Test
	void runsWhatThePageShows() throws Exception {
		Messages messages = new Messages();
		WebSocket socket = connect("/rpc", messages);
		socket.sendText("{\"jsonrpc\":\"2.0\",\"method\":\"staff.online\",\"id\":1}", true);
		assertThat(messages.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}");
		String id = this.connections.all().iterator().next().id();
		assertThat(this.attendance.log).contains(id + " came");
		socket.sendText("{\"jsonrpc\":\"2.0\",\"method\":\"staff.announce\",\"params\":[\"tea\"]}", true);
		assertThat(messages.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":\"announced\",\"params\":[\"tea\"]}");
		socket.sendText("{\"jsonrpc\":\"2.0\",\"method\":\"staff.dismiss\",\"params\":[\"" + id + "\"]}", true);
		assertThat(messages.next()).isEqualTo("1008 dismissed");
		Awaitility.await()
			.atMost(TIMEOUT)
			.untilAsserted(() -> assertThat(this.attendance.log).contains(id + " left with 1008"));
	}

	@Test
	void answersOnTheApplicationsOwnRoute() throws Exception {
		Messages messages = new Messages();
		WebSocket socket = connect("/api/v2/ws", messages);
		socket.sendText("{\"jsonrpc\":\"2.0\",\"method\":\"none\",\"id\":1}", true);
		assertThat(messages.next()).contains("-32601");
		socket.abort();
		Awaitility.await().atMost(TIMEOUT).until(() -> this.connections.all().isEmpty());
	}

	private WebSocket connect(String path, WebSocket.Listener listener) {
		return HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + this.port + path), listener)
			.join();
	}

	private static final class Messages implements WebSocket.Listener {

		private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

		@Override
		public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
			this.received.add(data.toString());
			socket.request(1);
			return null;
		}

		@Override
		public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
			this.received.add(code + " " + reason);
			return null;
		}

		String next() throws InterruptedException {
			String message = this.received.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
			assertThat(message).isNotNull();
			return message;
		}

	}

}
