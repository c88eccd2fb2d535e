package io.github.springjsonrpc.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.webflux.BufferLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a server sends over HTTP that it should not, and what callers get.
 */
@ExtendWith(BufferLeaks.class)
class HostileHttpServerTests {

	private static final Duration TIMEOUT = TestServer.TIMEOUT;

	private static JsonRpcClient client(HostileServer server) {
		return client(server, HttpLimits.DEFAULTS);
	}

	private static JsonRpcClient client(HostileServer server, HttpLimits limits) {
		WebClient webClient = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.newConnection().compress(true)))
			.build();
		return JsonRpcClient
			.builder(new WebClientTransport(webClient, server.url("http"), TestServer.CODEC, limits), TestServer.CODEC)
			.build();
	}

	private static String call(HostileServer server) {
		return call(server, UnaryOperator.identity());
	}

	private static String call(HostileServer server, UnaryOperator<JsonRpcClient.CallSpec> spec) {
		JsonRpcClient client = client(server);
		return spec.apply(client.method("x")).block(String.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>", "{", "nul", "{\"jsonrpc\":\"2.0\",\"result\":1", "\"text\"", "[]", "null",
			"{\"result\":1,\"id\":1}", "{\"jsonrpc\":\"2.0\",\"id\":1}", "{\"jsonrpc\":\"2.0\",\"result\":1}",
			"{\"jsonrpc\":\"2.0\",\"result\":1,\"error\":{\"code\":1,\"message\":\"\"},\"id\":1}",
			"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":\"x\",\"message\":\"\"},\"id\":1}",
			"{\"jsonrpc\":\"2.0\",\"method\":\"x\",\"id\":1}", "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":2}",
			"{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":\"1\"}", "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":null}",
			"[{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1},{\"jsonrpc\":\"2.0\",\"result\":2,\"id\":1}]" })
	void failsOverWhatIsNoResponse(String body) {
		try (HostileServer server = HostileServer.answering(200, (call) -> body)) {
			assertThatExceptionOfType(UnreadableResponseException.class).isThrownBy(() -> call(server))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32700))
				.satisfies((ex) -> assertThat(ex.reason()).isNotBlank())
				.satisfies((ex) -> assertThat(ex.call().method()).isEqualTo("x"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " \r\n\t" })
	void failsOverEmptyBody(String body) {
		try (HostileServer server = HostileServer.answering(200, (call) -> body)) {
			assertThatExceptionOfType(EmptyResponseException.class).isThrownBy(() -> call(server))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32050));
		}
	}

	@ParameterizedTest
	@CsvSource({ "500, <html><h1>Oops</h1></html>", "404, ''", "502, '{\"status\":502,\"error\":\"Bad Gateway\"}'",
			"401, '[1,2]'", "302, ''" })
	void failsOverStatusWithoutJsonRpc(int status, String body) {
		try (HostileServer server = HostileServer.answering(status, (call) -> body)) {
			assertThatExceptionOfType(HttpStatusException.class).isThrownBy(() -> call(server)).satisfies((ex) -> {
				assertThat(ex.code()).isEqualTo(-32053);
				assertThat(ex.status()).isEqualTo(status);
				assertThat(ex.body()).isEqualTo(body);
				assertThat(ex.data()).isNull();
			});
		}
	}

	@Test
	void cutsBodyThatComesWithStatus() {
		try (HostileServer server = HostileServer.answering(500, (call) -> "é".repeat(10_000))) {
			assertThatExceptionOfType(HttpStatusException.class).isThrownBy(() -> call(server))
				.satisfies((ex) -> assertThat(ex.body()).isEqualTo("é".repeat(512)));
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 400, 404, 500 })
	void readsJsonRpcWithAnyStatusAndContentType(int status) {
		String error = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32602,\"message\":\"Not so\",\"data\":[1]},\"id\":1}";
		try (HostileServer server = HostileServer.answering((body, request, response) -> response.status(status)
			.header("Content-Type", "text/html")
			.sendString(Mono.just(error))
			.then())) {
			assertThatExceptionOfType(InvalidParamsException.class).isThrownBy(() -> call(server))
				.withMessage("Not so")
				.satisfies((ex) -> assertThat(ex.data(int[].class)).containsExactly(1));
			JsonRpcResponse response = client(server).method("x").exchange().block(TIMEOUT);
			assertThat(response.attribute(HttpStatusCode.class)).isEqualTo(HttpStatusCode.valueOf(status));
			assertThat(response.attribute(HttpHeaders.class).getFirst("Content-Type")).isEqualTo("text/html");
		}
	}

	@Test
	void takesErrorWithoutIdForItsOwn() {
		try (HostileServer server = HostileServer.answering(400,
				(call) -> "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Bad\"},\"id\":null}")) {
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> call(server)).withMessage("Bad");
		}
	}

	@Test
	void failsWhenServerCloses() {
		try (HostileServer server = HostileServer.sending("", true)) {
			assertThatExceptionOfType(TransportException.class).isThrownBy(() -> call(server))
				.satisfies((ex) -> assertThat(ex.mayHaveRun()).isTrue())
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32052));
		}
	}

	@Test
	void failsWhenServerSendsNoHttp() {
		try (HostileServer server = HostileServer.sending("SSH-2.0-OpenSSH_9.6\r\n\r\n", false)) {
			assertThatExceptionOfType(JsonRpcException.class)
				.isThrownBy(() -> call(server, (spec) -> spec.timeout(Duration.ofSeconds(2))))
				.satisfies((ex) -> assertThat(ex.code()).isIn(-32052, -32051));
		}
	}

	@Test
	void failsWhenServerClosesInMidAnswer() {
		try (HostileServer server = HostileServer
			.sending("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"jsonrpc\":\"2.0\",\"resu", true)) {
			assertThatExceptionOfType(TransportException.class).isThrownBy(() -> call(server));
		}
	}

	@Test
	void timesOutOverHalfABody() {
		try (HostileServer server = HostileServer
			.sending("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"jsonrpc\":\"2.0\",\"resu", false)) {
			assertThatExceptionOfType(RequestTimeoutException.class)
				.isThrownBy(() -> call(server, (spec) -> spec.timeout(Duration.ofMillis(300))))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32051));
		}
	}

	@Test
	void timesOutOverSlowBytes() {
		try (HostileServer server = HostileServer.answering((body, request,
				response) -> response.sendString(Flux.interval(Duration.ofMillis(10)).map((i) -> " ")).then())) {
			assertThatExceptionOfType(RequestTimeoutException.class)
				.isThrownBy(() -> call(server, (spec) -> spec.timeout(Duration.ofMillis(300))));
		}
	}

	@Test
	void stopsReadingAtLimit() {
		try (HostileServer server = HostileServer.answering((body, request, response) -> response
			.sendString(Flux.interval(Duration.ofMillis(1)).map((i) -> " ".repeat(1000)))
			.then())) {
			assertThatExceptionOfType(ResponseTooLargeException.class)
				.isThrownBy(() -> client(server, new HttpLimits(1000, 10_000, 10)).method("x").block(String.class))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32003))
				.withMessageContaining("10000");
		}
	}

	@Test
	void readsNothingOfBodyWhoseLengthIsTooMuch() {
		try (HostileServer server = HostileServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n{", false)) {
			assertThatExceptionOfType(ResponseTooLargeException.class)
				.isThrownBy(() -> client(server, new HttpLimits(1000, 10_000, 10)).method("x").block(String.class));
		}
	}

	@Test
	void sendsNoRequestBeyondLimit() {
		try (HostileServer server = HostileServer.answering(200, (call) -> "")) {
			StepVerifier
				.create(client(server, new HttpLimits(100, 100, 10)).method("x")
					.params("x".repeat(1000))
					.retrieve(String.class))
				.expectErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("more than 100 bytes"))
				.verify(TIMEOUT);
		}
	}

	@Test
	void failsIfParamsCanNotBeWritten() {
		try (HostileServer server = HostileServer.answering(200, (call) -> "")) {
			StepVerifier.create(client(server).method("x").params(new Unwritable()).retrieve(String.class))
				.expectErrorSatisfies((ex) -> assertThat(ex).isNotInstanceOf(TransportException.class)
					.hasStackTraceContaining("not to be read"))
				.verify(TIMEOUT);
		}
	}

	// notifications

	@ParameterizedTest
	@ValueSource(ints = { 200, 202, 204 })
	void acceptsSuccessAsAnswerToNotification(int status) {
		try (HostileServer server = HostileServer.answering(status, (call) -> "")) {
			StepVerifier.create(client(server).notification("x").send()).expectComplete().verify(TIMEOUT);
		}
	}

	@Test
	void failsIfNotificationIsRefused() {
		try (HostileServer server = HostileServer.answering(503, (call) -> "busy")) {
			assertThatExceptionOfType(HttpStatusException.class)
				.isThrownBy(() -> client(server).notification("x").send().block(TIMEOUT));
		}
		try (HostileServer server = HostileServer.answering(200,
				(call) -> "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Bad\"},\"id\":null}")) {
			assertThatExceptionOfType(InvalidRequestException.class)
				.isThrownBy(() -> client(server).notification("x").send().block(TIMEOUT));
		}
	}

	// batches

	private static BatchResult batch(HostileServer server) {
		JsonRpcClient client = client(server);
		return client
			.batch((batch) -> batch.add(client.method("a")).add(client.notification("n")).add(client.method("b")))
			.block(TIMEOUT);
	}

	private static String result(Object id) {
		return "{\"jsonrpc\":\"2.0\",\"result\":\"" + id + "\",\"id\":" + id + "}";
	}

	@Test
	void tellsMissingDuplicatedAndUnlinkedResponsesApart() {
		String error = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Bad\"},\"id\":null}";
		try (HostileServer server = HostileServer.answering(200,
				(call) -> "[" + result(2) + "," + result(7) + "," + error + "," + result(2) + ",5]")) {
			BatchResult result = batch(server);
			assertThat(result.outcomes().get(0)).isInstanceOf(BatchOutcome.Missing.class);
			assertThat(result.outcomes().get(1)).isInstanceOf(BatchOutcome.Notified.class);
			assertThat(result.outcomes().get(2)).isInstanceOfSatisfying(BatchOutcome.Duplicated.class,
					(duplicated) -> assertThat(duplicated.responses()).hasSize(2));
			assertThat(result.unlinked()).hasSize(3);
			assertThatExceptionOfType(EmptyResponseException.class).isThrownBy(() -> result.get(0, String.class));
			assertThatExceptionOfType(UnreadableResponseException.class).isThrownBy(() -> result.get(2, String.class));
		}
	}

	@Test
	void findsResponsesInAnyOrder() {
		try (HostileServer server = HostileServer.answering(200, (call) -> "[" + result(2) + "," + result(1) + "]")) {
			BatchResult result = batch(server);
			assertThat(result.get(0, String.class)).isEqualTo("1");
			assertThat(result.get(2, String.class)).isEqualTo("2");
		}
	}

	@Test
	void raisesSingleErrorThatAnswersBatch() {
		try (HostileServer server = HostileServer.answering(200,
				(call) -> "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"No batches\"},\"id\":null}")) {
			assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> batch(server))
				.withMessage("No batches");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"jsonrpc\":\"2.0\",\"result\":1,\"id\":1}", "[]", "<html>", "[{\"a\":1}" })
	void failsOverWhatIsNoAnswerToBatch(String body) {
		try (HostileServer server = HostileServer.answering(200, (call) -> body)) {
			assertThatExceptionOfType(UnreadableResponseException.class).isThrownBy(() -> batch(server));
		}
	}

	@Test
	void failsOverEmptyAnswerToBatch() {
		try (HostileServer server = HostileServer.answering(200, (call) -> "")) {
			assertThatExceptionOfType(EmptyResponseException.class).isThrownBy(() -> batch(server));
		}
		try (HostileServer server = HostileServer.answering(500, (call) -> "<html>")) {
			assertThatExceptionOfType(HttpStatusException.class).isThrownBy(() -> batch(server));
		}
	}

	@Test
	void readsCompressedResponse() {
		try (HostileServer server = HostileServer.answering((body, request, response) -> {
			assertThat(request.requestHeaders().get("Accept-Encoding")).contains("gzip");
			return response.header("Content-Encoding", "gzip")
				.sendByteArray(Mono.just(gzip("{\"jsonrpc\":\"2.0\",\"result\":\"small\",\"id\":1}")))
				.then();
		})) {
			assertThat(call(server)).isEqualTo("small");
		}
	}

	@Test
	void stopsAtLimitOfCompressedResponse() {
		try (HostileServer server = HostileServer
			.answering((body, request, response) -> response.header("Content-Encoding", "gzip")
				.sendByteArray(Mono.just(gzip(" ".repeat(1_000_000))))
				.then())) {
			assertThatExceptionOfType(ResponseTooLargeException.class)
				.isThrownBy(() -> client(server, new HttpLimits(1000, 10_000, 10)).method("x").block(String.class));
		}
	}

	private static byte[] gzip(String text) {
		try {
			java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
			try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(bytes)) {
				out.write(text.getBytes(StandardCharsets.UTF_8));
			}
			return bytes.toByteArray();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	@Test
	void hidesCredentialsOfUrl() {
		JsonRpcTransport transport = new WebClientTransport(WebClient.create(),
				java.net.URI.create("https://user:secret@example.org:8443/rpc?token=secret"), TestServer.CODEC,
				HttpLimits.DEFAULTS);
		assertThat(transport.endpoint()).isEqualTo("https://example.org:8443/rpc");
		assertThat(Endpoint.of(java.net.URI.create("lb://user:secret@my_service/rpc")))
			.isEqualTo("lb://my_service/rpc");
	}

	static final class Unwritable {

		public Map<String, String> getValue() {
			throw new IllegalStateException("not to be read");
		}

	}

}
