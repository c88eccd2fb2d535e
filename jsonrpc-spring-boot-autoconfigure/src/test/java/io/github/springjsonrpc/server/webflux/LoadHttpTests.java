package io.github.springjsonrpc.server.webflux;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many calls of all kinds at once: each is run and answered once, and nothing leaks. Seed
 * rows S16, S42, S47, S48 and S53.
 */
@HttpTest
class LoadHttpTests {

	private static final int CALLS = 10_000;

	private static final int CONNECTIONS = 200;

	// however slow the machine is: only a call that is never answered holds up all others
	private static final Duration STANDSTILL = Duration.ofMinutes(1);

	private static final Duration TIMEOUT = Duration.ofMinutes(10);

	private static final Duration PATIENCE = Duration.ofMillis(50);

	@LocalServerPort
	private int port;

	@Autowired
	private LoadMethods methods;

	private final ExecutorService executor = Executors.newFixedThreadPool(2);

	@AfterEach
	void shutDown() {
		this.executor.shutdownNow();
	}

	@Test
	void answersEveryCallOnce() {
		// not Reactor Netty's client: its buffers would be watched for leaks as well
		HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.executor(this.executor)
			.build();
		AtomicIntegerArray answers = new AtomicIntegerArray(CALLS);
		Map<String, Integer> unexpected = new ConcurrentHashMap<>();
		StepVerifier
			.create(Flux.range(0, CALLS)
				.flatMap((i) -> call(client, i).doOnNext((answer) -> check(answer, i, answers, unexpected)),
						CONNECTIONS)
				.timeout(STANDSTILL)
				.count())
			.expectNext((long) CALLS)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(unexpected).isEmpty();
		assertOncePerCall(answers, "answered");
		Awaitility.await().atMost(STANDSTILL).untilAsserted(() -> assertThat(this.methods.running()).isZero());
		assertOncePerCall(this.methods.calls(), "run");
	}

	private static void assertOncePerCall(AtomicIntegerArray counts, String what) {
		for (int i = 0; i < CALLS; i++) {
			// what nobody waits for may be cancelled before it is run
			assertThat(counts.get(i)).as("times that call %d was %s", i, what)
				.isBetween((Kind.of(i) == Kind.CANCELLED) ? 0 : 1, 1);
		}
	}

	private Mono<String> call(HttpClient client, int i) {
		Kind kind = Kind.of(i);
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/rpc"))
			.POST(HttpRequest.BodyPublishers.ofString(kind.message(i)))
			.build();
		if (kind != Kind.CANCELLED) {
			return Mono.fromFuture(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
				.map(HttpResponse::body);
		}
		return Mono.defer(() -> {
			CompletableFuture<?> answer = client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
			return Mono.delay(PATIENCE).map((late) -> answer.cancel(true) ? "cancelled" : "answered");
		});
	}

	private static void check(String answer, int i, AtomicIntegerArray answers, Map<String, Integer> unexpected) {
		answers.incrementAndGet(i);
		if (!answer.equals(Kind.of(i).answer(i))) {
			unexpected.put(answer, i);
		}
	}

	/**
	 * What becomes of a call.
	 */
	private enum Kind {

		BLOCKING("{\"jsonrpc\":\"2.0\",\"result\":%1$d,\"id\":%1$d}"),
		REACTIVE("{\"jsonrpc\":\"2.0\",\"result\":%1$d,\"id\":%1$d}"),
		LATER("{\"jsonrpc\":\"2.0\",\"result\":%1$d,\"id\":%1$d}"),
		FAILING("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"},\"id\":%d}"),
		REFUSED("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":7,\"message\":\"no\"},\"id\":%d}"), NOTIFICATION(""),
		BATCH("[{\"jsonrpc\":\"2.0\",\"result\":%1$d,\"id\":%1$d},"
				+ "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":%1$d}]"),
		CANCELLED("cancelled");

		private final String answer;

		Kind(String answer) {
			this.answer = answer;
		}

		static Kind of(int i) {
			return values()[i % values().length];
		}

		String message(int i) {
			String call = "{\"jsonrpc\":\"2.0\",\"method\":\"load.%s\",\"params\":[%d]%s}";
			return switch (this) {
				case NOTIFICATION -> call.formatted("reactive", i, "");
				case BATCH -> "[" + call.formatted("blocking", i, ",\"id\":" + i) + ","
						+ call.formatted("unknown", i, ",\"id\":" + i) + "]";
				default -> call.formatted(name().toLowerCase(Locale.ROOT), i, ",\"id\":" + i);
			};
		}

		String answer(int i) {
			return this.answer.formatted(i);
		}

	}

}
