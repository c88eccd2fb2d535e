package io.github.springjsonrpc.client;

import java.time.Duration;

import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.server.webflux.BufferLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What a server sends over WebSocket that it should not, and what callers get.
 */
@ExtendWith(BufferLeaks.class)
class HostileWebSocketServerTests {

	private static final String ERROR_WITHOUT_ID = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5,\"message\":\"Bad\"},\"id\":null}";

	private final WebSocketTransportTests.Recorder events = new WebSocketTransportTests.Recorder();

	private JsonRpcClient client(HostileServer server) {
		return JsonRpcClient
			.builder(WebSocketTransport.builder(server.url("ws"), TestServer.CODEC).listener(this.events).build(),
					TestServer.CODEC)
			.timeout(Duration.ofMillis(300))
			.build();
	}

	private static String result(Object id) {
		return "{\"jsonrpc\":\"2.0\",\"result\":\"" + id + "\",\"id\":" + id + "}";
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>", "{", "", "[]", "null", "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":2}",
			"{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"1\"}", "{\"jsonrpc\":\"2.0\",\"method\":\"no\",\"params\":5}" })
	void timesOutOverWhatIsNoAnswer(String message) {
		try (HostileServer server = HostileServer.talking((call) -> Flux.just(message));
				JsonRpcClient client = client(server)) {
			assertThatExceptionOfType(RequestTimeoutException.class)
				.isThrownBy(() -> client.method("x").block(String.class));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"result\":1,\"id\":1}", "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":\"x\"},\"id\":1}",
			"{\"jsonrpc\":\"2.0\",\"result\":1,\"error\":{\"code\":1,\"message\":\"\"},\"id\":1}" })
	void failsOverInvalidResponseWithItsId(String message) {
		try (HostileServer server = HostileServer.talking((call) -> Flux.just(message));
				JsonRpcClient client = client(server)) {
			assertThatExceptionOfType(UnreadableResponseException.class)
				.isThrownBy(() -> client.method("x").timeout(TestServer.TIMEOUT).block(String.class));
		}
	}

	@Test
	void takesErrorWithoutIdForTheOnlyCall() {
		try (HostileServer server = HostileServer.talking(
				(call) -> Flux.just("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":5,\"message\":\"Bad\"},\"id\":null}"));
				JsonRpcClient client = client(server)) {
			assertThatExceptionOfType(JsonRpcException.class)
				.isThrownBy(() -> client.method("x").timeout(TestServer.TIMEOUT).block(String.class))
				.withMessage("Bad");
		}
	}

	@Test
	void takesFirstOfTwoResponsesAndTellsOfTheRest() {
		try (HostileServer server = HostileServer
			.talking((call) -> Flux.just("garbage", result(77), result(1), result(1)));
				JsonRpcClient client = client(server)) {
			assertThat(client.method("x").timeout(TestServer.TIMEOUT).block(String.class)).isEqualTo("1");
			await().atMost(TestServer.TIMEOUT).until(() -> this.events.unmatched.size() == 2);
			assertThat(this.events.unmatched).extracting((response) -> response.id().toJson())
				.containsExactly("77", "1");
		}
	}

	@Test
	void failsWhenServerEndsConnectionInMidCall() {
		try (HostileServer server = HostileServer.talking((call) -> Flux.error(new IllegalStateException("crash")));
				JsonRpcClient client = client(server)) {
			assertThatExceptionOfType(TransportException.class)
				.isThrownBy(() -> client.method("x").timeout(TestServer.TIMEOUT).block(String.class));
		}
	}

	@Test
	void closesAlsoIfServerDoesNotSayGoodbye() {
		try (HostileServer server = HostileServer.silent();
				WebSocketTransport transport = WebSocketTransport.builder(server.url("ws"), TestServer.CODEC).build()) {
			transport.connection().block(TestServer.TIMEOUT);
			assertThat(transport.closeLater().thenReturn(true).block(Duration.ofSeconds(5))).isTrue();
		}
	}

	@Test
	void failsIfServerIsNoWebSocketServer() {
		try (HostileServer server = HostileServer.answering(404, (call) -> "<html>");
				JsonRpcClient client = client(server)) {
			assertThatExceptionOfType(TransportException.class)
				.isThrownBy(() -> client.method("x").timeout(TestServer.TIMEOUT).block(String.class))
				.satisfies((ex) -> assertThat(ex.mayHaveRun()).isFalse());
		}
	}

	@Test
	void keepsAnswersOfBatchWhoseRestIsMissing() {
		try (HostileServer server = HostileServer.talking((call) -> Flux.just("[" + result(2) + "]"));
				JsonRpcClient client = client(server)) {
			BatchResult result = client.batch((batch) -> batch.add(client.method("a")).add(client.method("b")))
				.block(TestServer.TIMEOUT);
			assertThat(result.outcomes().get(0)).isInstanceOfSatisfying(BatchOutcome.Failed.class,
					(failed) -> assertThat(failed.exception()).isInstanceOf(RequestTimeoutException.class));
			assertThat(result.get(1, String.class)).isEqualTo("2");
		}
	}

	@Test
	void failsBatchOverSingleErrorWithoutId() {
		try (HostileServer server = HostileServer.talking((call) -> Flux.just(ERROR_WITHOUT_ID));
				JsonRpcClient client = client(server)) {
			assertThatExceptionOfType(JsonRpcException.class).isThrownBy(
					() -> client.batch((batch) -> addPatient(batch, client, "a", "b", "c")).block(TestServer.TIMEOUT))
				.withMessage("Bad");
			assertThat(this.events.unmatched).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "%s,%s", "%2$s,%1$s" })
	void endsBatchAnsweredByErrorWithoutIdAmongOthers(String order) {
		String answer = "[" + order.formatted(ERROR_WITHOUT_ID, result(2)) + "]";
		try (HostileServer server = HostileServer.talking((call) -> Flux.just(answer));
				JsonRpcClient client = client(server)) {
			BatchResult result = client.batch((batch) -> addPatient(batch, client, "a", "b", "c"))
				.block(TestServer.TIMEOUT);
			assertThat(result.outcomes().get(0)).isInstanceOf(BatchOutcome.Missing.class);
			assertThat(result.get(1, String.class)).isEqualTo("2");
			assertThat(result.outcomes().get(2)).isInstanceOf(BatchOutcome.Missing.class);
			assertThat(result.unlinked()).singleElement()
				.satisfies((error) -> assertThat(error.error().code()).isEqualTo(5));
		}
	}

	@Test
	void leavesErrorWithoutIdThatMayBeForSeveralCalls() {
		try (HostileServer server = HostileServer
			.talking((call) -> call.contains("second") ? Flux.just(ERROR_WITHOUT_ID, result(2)) : Flux.empty());
				JsonRpcClient client = client(server)) {
			Mono<String> first = client.method("first").retrieve(String.class);
			Mono<String> second = client.method("second").timeout(TestServer.TIMEOUT).retrieve(String.class);
			assertThat(Flux.mergeSequential(first.onErrorReturn(RequestTimeoutException.class, "late"), second)
				.collectList()
				.block(TestServer.TIMEOUT)).containsExactly("late", "2");
			assertThat(this.events.unmatched).hasSize(1);
		}
	}

	private static void addPatient(BatchSpec batch, JsonRpcClient client, String... methods) {
		for (String method : methods) {
			batch.add(client.method(method).timeout(TestServer.TIMEOUT));
		}
	}

}
