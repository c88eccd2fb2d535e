package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.netty.buffer.Unpooled;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many calls of all kinds at once: each of them is run once and answered once, with its
 * own answer. Seed rows S16, S33, S48 and S113.
 */
@CallHttpTest
class LoadHttpTests {

	private static final int CALLS = 2_000;

	private static final int CONNECTIONS = 200;

	@LocalServerPort
	private int port;

	@Autowired
	private CallProbe probe;

	private final Map<String, List<String>> answers = new ConcurrentHashMap<>();

	@Test
	@Timeout(120)
	void answersEveryCallOnce() {
		ConnectionProvider connections = ConnectionProvider.builder("load")
			.maxConnections(CONNECTIONS)
			.pendingAcquireMaxCount(-1)
			.build();
		HttpClient client = HttpClient.create(connections).port(this.port).headers((headers) -> {
			headers.set("Content-Type", "application/json");
		});
		try {
			Flux.range(0, CALLS).flatMap((i) -> exchange(client, i), CONNECTIONS).then().block(Duration.ofSeconds(100));
		}
		finally {
			connections.disposeLater().block(CallProbe.TIMEOUT);
		}
		IntStream.range(0, CALLS).forEach(this::verify);
	}

	private Mono<Void> exchange(HttpClient client, int i) {
		Mono<String> answer = client.post()
			.uri("/rpc")
			.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(message(i).getBytes(UTF_8))))
			.responseSingle((response, body) -> body.asString().defaultIfEmpty(""))
			.doOnNext((text) -> this.answers.merge(id(i), List.of(text),
					(one, other) -> List.of(one.get(0), other.get(0))));
		answer = answer.timeout(CallProbe.TIMEOUT)
			.onErrorMap((ex) -> new AssertionError("No answer to " + message(i) + this.probe.events(id(i)), ex));
		return isCancelled(i) ? answer.takeUntilOther(started(i)).then() : answer.then();
	}

	private Mono<Void> started(int i) {
		return Flux.interval(Duration.ofMillis(2))
			.onBackpressureDrop()
			.takeUntil((tick) -> this.probe.events(id(i)).contains("started"))
			.then();
	}

	private static boolean isCancelled(int i) {
		return i % 20 == 6 || i % 20 == 7;
	}

	private static String id(int i) {
		return "load-" + i;
	}

	private static String message(int i) {
		return switch (i % 20) {
			case 0, 1, 2 -> call("call.later", i, i);
			case 3, 4, 5 -> call("call.block", i, i);
			case 6 -> call("call.mono", "\"" + id(i) + "\"", i);
			case 7 -> call("call.blocking", "\"" + id(i) + "\"", i);
			case 8 -> call("fail", "\"x\"", i);
			case 9 -> call("failLater", "", i);
			case 10 -> call("unknown", i, i);
			case 11 -> call("text", i, i);
			case 12 -> call("call.later", i, i).replace("}", "") + ",";
			case 13 ->
				"[" + call("call.later", i, i) + "," + call("call.block", i, i).replace(id(i), "other-" + i) + "]";
			case 14 -> "{\"jsonrpc\":\"2.0\",\"method\":\"call.block\",\"params\":[1]}";
			default -> call("echo", i, i);
		};
	}

	private static String call(String method, Object params, int i) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":[" + params + "],\"id\":\"" + id(i)
				+ "\"}";
	}

	private void verify(int i) {
		if (isCancelled(i)) {
			assertThat(this.answers.get(id(i))).isNull();
			Awaitility.await()
				.atMost(CallProbe.TIMEOUT)
				.untilAsserted(
						() -> assertThat(this.probe.events(id(i))).containsOnlyOnce("passed", "started", "dropped")
							.containsAnyOf("cancelled", "interrupted"));
			return;
		}
		assertThat(this.answers.get(id(i))).as("answers to " + message(i)).containsExactly(expected(i));
		boolean reachesTheMiddleware = i % 20 != 12 && i % 20 != 14;
		assertThat(this.probe.events(id(i)).stream().filter("passed"::equals)).hasSize(reachesTheMiddleware ? 1 : 0);
	}

	private static String expected(int i) {
		return switch (i % 20) {
			case 8, 9 -> error(-32603, "Internal error", "", id(i));
			case 10 -> error(-32601, "Method not found", "", id(i));
			case 11 -> error(-32602, "Invalid params",
					",\"data\":{\"violations\":[{\"path\":\"value\",\"message\":\"must be a string\"}]}", id(i));
			case 12 -> error(-32700, "Parse error", "", null);
			case 13 -> "[" + result(i, id(i)) + "," + result(i, "other-" + i) + "]";
			case 14 -> "";
			case 15, 16, 17, 18, 19 -> result("[" + i + "]", id(i));
			default -> result(i, id(i));
		};
	}

	private static String result(Object result, String id) {
		return "{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":\"" + id + "\"}";
	}

	private static String error(int code, String message, String data, String id) {
		return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"" + data
				+ "},\"id\":" + ((id != null) ? "\"" + id + "\"" : "null") + "}";
	}

}
