package io.github.springjsonrpc.autoconfigure.reactive;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.RawWebSocket;
import io.github.springjsonrpc.WebSocketTester;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.RunningApplication;
import io.github.springjsonrpc.autoconfigure.WebApplication;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.socket.CloseStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stopping an application while clients call it. Seed row S72.
 */
class ShutdownWebSocketTests {

	private static final int CLIENTS = 30;

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private final ExecutorService executor = Executors.newCachedThreadPool();

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void losesNoCallThatHasRunAndStopsInSeconds() throws Exception {
		RunningApplication application = RunningApplication.start(Application.class,
				"jsonrpc.server.websocket.shutdown-timeout=1s");
		int port = application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		Work work = application.context().getBean(Work.class);
		CountDownLatch underLoad = new CountDownLatch(CLIENTS * 10);
		Set<String> answered = ConcurrentHashMap.newKeySet();
		List<Future<String>> clients = new ArrayList<>();
		for (int i = 0; i < CLIENTS; i++) {
			int client = i;
			clients.add(this.executor.submit(() -> callUntilClosed(port, client, answered, underLoad)));
		}
		assertThat(underLoad.await(WebSocketTester.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		long start = System.nanoTime();
		application.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		for (Future<String> client : clients) {
			assertThat(client.get(WebSocketTester.TIMEOUT.toSeconds(), TimeUnit.SECONDS))
				.isEqualTo("1001 The server is shutting down");
		}
		assertThat(work.done).isNotEmpty().isSubsetOf(answered);
	}

	/**
	 * Keep a few calls waiting for their answers, one of which never comes.
	 */
	private static String callUntilClosed(int port, int client, Set<String> answered, CountDownLatch underLoad) {
		try (WebSocketTester tester = WebSocketTester.connect(port, "/rpc")) {
			AtomicInteger next = new AtomicInteger();
			tester.onMessage((answer) -> {
				answered.add(answer.replaceAll(".*\"result\":\"([^\"]*)\".*", "$1"));
				underLoad.countDown();
				call(tester, "work", client, next.incrementAndGet());
			});
			call(tester, "stuck", client, next.incrementAndGet());
			for (int i = 0; i < 4; i++) {
				call(tester, "work", client, next.incrementAndGet());
			}
			return tester.closed();
		}
	}

	private static void call(WebSocketTester tester, String method, int client, int id) {
		// fails when the connection is closed meanwhile
		tester.socket()
			.sendText("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":[\"%d-%d\"],\"id\":%d}".formatted(method,
					client, id, id), true);
	}

	@Test
	void waitsForNoClientThatDoesNotRead() {
		RunningApplication application = RunningApplication.start(Application.class,
				"jsonrpc.server.websocket.shutdown-timeout=500ms");
		int port = application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		Work work = application.context().getBean(Work.class);
		try (RawWebSocket deaf = RawWebSocket.connect(port, "/rpc")) {
			for (int i = 0; i < 20; i++) {
				deaf.text("{\"jsonrpc\":\"2.0\",\"method\":\"large\",\"id\":1}");
			}
			// more than the kernel takes
			Awaitility.await().atMost(WebSocketTester.TIMEOUT).until(() -> work.large.get() > 2);
			long start = System.nanoTime();
			application.close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		}
	}

	@Test
	void waitsForNoClientThatIsBeingClosedAndDoesNotRead() {
		RunningApplication application = RunningApplication.start(Application.class);
		int port = application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		Work work = application.context().getBean(Work.class);
		try (RawWebSocket deaf = RawWebSocket.connect(port, "/rpc")) {
			for (int i = 0; i < 20; i++) {
				deaf.text("{\"jsonrpc\":\"2.0\",\"method\":\"large\",\"id\":1}");
			}
			Awaitility.await().atMost(WebSocketTester.TIMEOUT).until(() -> work.large.get() > 2);
			application.context().getBean(JsonRpcConnectionRegistry.class).all().forEach((connection) -> {
				connection.close(CloseStatus.POLICY_VIOLATION);
				connection.drain(CloseStatus.GOING_AWAY, WebSocketTester.TIMEOUT).subscribe();
			});
			long start = System.nanoTime();
			application.close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		}
	}

	@Test
	void waitsForNoClientThatSaysGoodByeAndDoesNotRead() {
		RunningApplication application = RunningApplication.start(Application.class,
				"jsonrpc.server.websocket.shutdown-timeout=500ms");
		int port = application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		Work work = application.context().getBean(Work.class);
		try (RawWebSocket deaf = RawWebSocket.connect(port, "/rpc")) {
			byte[] call = RawWebSocket.frame(RawWebSocket.FINAL | RawWebSocket.TEXT,
					"{\"jsonrpc\":\"2.0\",\"method\":\"large\",\"id\":1}".getBytes(StandardCharsets.UTF_8));
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			for (int i = 0; i < 20; i++) {
				all.writeBytes(call);
			}
			all.writeBytes(RawWebSocket.frame(RawWebSocket.FINAL | RawWebSocket.CLOSE, new byte[] { 3, (byte) 0xE8 }));
			deaf.send(all.toByteArray());
			Awaitility.await().atMost(WebSocketTester.TIMEOUT).until(() -> work.large.get() > 2);
			long start = System.nanoTime();
			application.close();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
		}
	}

	@Test
	void refusesHandshakesWhileItDrains() throws Exception {
		RunningApplication application = RunningApplication.start(Application.class,
				"jsonrpc.server.websocket.shutdown-timeout=20s");
		int port = application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		Work work = application.context().getBean(Work.class);
		try (WebSocketTester client = WebSocketTester.connect(port, "/rpc")) {
			client.send("{\"jsonrpc\":\"2.0\",\"method\":\"waiting\",\"id\":1}");
			assertThat(work.started.await(WebSocketTester.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
			Future<?> stopped = this.executor.submit(application::close);
			String refused = "";
			while (!refused.contains("shutting down")) {
				refused = client.send("{\"jsonrpc\":\"2.0\",\"method\":\"work\",\"params\":[\"\"],\"id\":2}").next();
			}
			assertThat(refused).contains("\"code\":-32000");
			assertThat(WebSocketTester.refusal(port, "/rpc", (WebSocket.Builder builder) -> builder)).isEqualTo(503);
			work.end.countDown();
			assertThat(client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"ended\",\"id\":1}");
			assertThat(client.closed()).startsWith("1001");
			stopped.get(WebSocketTester.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
		}
	}

	@WebApplication
	@Import(Work.class)
	static class Application {

	}

	static class Work {

		private final Set<String> done = ConcurrentHashMap.newKeySet();

		private final AtomicInteger large = new AtomicInteger();

		private final CountDownLatch started = new CountDownLatch(1);

		private final CountDownLatch end = new CountDownLatch(1);

		@RpcMethod
		Mono<String> work(String name) {
			return Mono.delay(Duration.ofMillis(20)).thenReturn(name).doOnSuccess(this.done::add);
		}

		@RpcMethod
		Mono<String> stuck(String name) {
			return Mono.never();
		}

		@RpcMethod
		Mono<String> large() {
			return Mono.fromSupplier(() -> {
				this.large.incrementAndGet();
				return "x".repeat(2_000_000);
			});
		}

		@RpcMethod
		String waiting() throws InterruptedException {
			this.started.countDown();
			this.end.await();
			return "ended";
		}

	}

}
