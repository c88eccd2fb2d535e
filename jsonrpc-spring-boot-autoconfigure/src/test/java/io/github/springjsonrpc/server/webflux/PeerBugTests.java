package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What other servers get wrong. Seed rows S32, S34, S35, S37, S39, S41, S42, S48, S51,
 * S54 to S56, S59, S73 and S163.
 */
@HttpTest
class PeerBugTests {

	private static final String INVALID = """
			{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":null}""";

	private static final String UPDATE = "{\"jsonrpc\":\"2.0\",\"method\":\"update\"}";

	@LocalServerPort
	private int port;

	@Autowired
	private Probe probe;

	// jsonrpc4j

	@Test
	void batchHasNoNullForNotification() {
		assertThat(answer("[" + UPDATE + "," + call("integer", "[1]", "1") + "]"))
			.isEqualTo("[" + result("1", "1") + "]");
	}

	@Test
	void emptyBatchIsNotAnsweredWithEmptyArray() {
		assertThat(answer("[]")).isEqualTo(INVALID);
	}

	@Test
	void parseErrorHasIdNullAndNotStringNull() {
		assertThat(answer("{")).endsWith(",\"id\":null}");
	}

	@Test
	void errorOfNotificationIsNotAnswered() {
		for (String method : List.of("unknown", "fail", "failLater", "integer", "unwritable")) {
			HttpAnswer answer = post("{\"jsonrpc\":\"2.0\",\"method\":\"%s\"}".formatted(method));
			assertThat(answer.status()).isEqualTo(204);
			assertThat(answer.body()).isEmpty();
		}
	}

	@Test
	void bigIdIsNotTruncated() {
		for (String id : List.of("4294967297", "9223372036854775808", "-99999999999999999999", "1e100", "0.1e1")) {
			assertThat(answer(call("integer", "[1]", id))).isEqualTo(result("1", id));
		}
	}

	@Test
	void batchAnswersDuplicateAndNullIds() {
		assertThat(answer("[" + call("integer", "[1]", "7") + "," + call("integer", "[2]", "7") + ","
				+ call("integer", "[3]", "null") + "," + call("integer", "[4]", "null") + "]"))
			.isEqualTo("[" + result("1", "7") + "," + result("2", "7") + "," + result("3", "null") + ","
					+ result("4", "null") + "]");
	}

	@Test
	void getDoesNotRunMethod() {
		String query = "/rpc?jsonrpc=2.0&method=probe.record&params=%5B%22get%22%5D&id=1";
		assertThat(RawHttp.exchange(this.port, RawHttp.head("GET", query, new String[0])).status()).isEqualTo(405);
		assertThat(this.probe.events("get")).isEmpty();
	}

	@Test
	void unexpectedExceptionDoesNotLeakItsClass() {
		assertThat(answer(call("fail", "[\"x\"]", "1")))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"},\"id\":1}");
	}

	// limehee

	@Test
	void oneParameterDoesNotTakeAllParams() {
		assertThat(answer(call("text", "[\"x\"]", "1"))).isEqualTo(result("\"x\"", "1"));
		assertThat(answer(call("text", "{\"value\":\"x\"}", "1"))).isEqualTo(result("\"x\"", "1"));
	}

	@Test
	void genericTypesAreNotErased() {
		String points = "[{\"x\":1,\"y\":2}]";
		assertThat(answer(call("points", "[" + points + "]", "1"))).isEqualTo(result(points, "1"));
		assertThat(answer(call("points", "[[{\"x\":\"1\",\"y\":2}]]", "1"))).contains("-32602", "values[0].x");
	}

	@Test
	void sizeIsCheckedBeforeTheBodyIsBuffered() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", new String[0], "Content-Length: 2000000000"));
			assertThat(http.read().status()).isEqualTo(413);
		}
	}

	@Test
	void contentTypeJsonRpcIsAccepted() {
		assertThat(RawHttp
			.exchange(this.port,
					RawHttp.post("/rpc", call("integer", "[1]", "1"), "Content-Type: application/json-rpc"))
			.status()).isEqualTo(200);
	}

	@Test
	void reservedNameIsUnknownAndNotInvalid() {
		assertThat(answer(call("rpc.discover", "[]", "1"))).contains("-32601");
	}

	// aiohttp-rpc

	@Test
	void idOfInvalidTypeIsNotEchoed() {
		for (String id : List.of("true", "{}", "[1]")) {
			assertThat(answer("{\"id\":" + id + "}")).isEqualTo(INVALID);
			assertThat(answer(call("integer", "[1]", id))).isEqualTo(INVALID);
		}
	}

	@Test
	void methodThatIsNoStringIsInvalidAndNoInternalError() {
		for (String method : List.of("[]", "{}", "1", "null")) {
			assertThat(answer("{\"jsonrpc\":\"2.0\",\"method\":" + method + ",\"id\":1}"))
				.isEqualTo(INVALID.replace("null", "1"));
		}
	}

	@Test
	void fractionIsAnIdAndBooleanIsNot() {
		assertThat(answer(call("integer", "[1]", "1.5"))).isEqualTo(result("1", "1.5"));
		assertThat(answer(call("integer", "[1]", "false"))).isEqualTo(INVALID);
	}

	@Test
	void exceptionOfNotificationAddsNoEntryToBatch() {
		String failing = "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"params\":[\"x\"]}";
		assertThat(answer("[" + failing + "," + call("integer", "[1]", "1") + "]"))
			.isEqualTo("[" + result("1", "1") + "]");
		assertThat(post("[" + failing + "]").status()).isEqualTo(204);
	}

	@Test
	void idIsKeptIfTheMethodFails() {
		for (String method : List.of("failLater", "unwritable")) {
			assertThat(answer(call(method, "[]", "\"a\""))).contains("-32603").endsWith(",\"id\":\"a\"}");
		}
	}

	@Test
	void entriesOfBatchShareNoAttributes() {
		assertThat(answer("[" + call("marks", "[]", "1") + "," + call("marks", "[]", "2") + "]"))
			.isEqualTo("[" + result("[\"null\",\"1\"]", "1") + "," + result("[\"null\",\"2\"]", "2") + "]");
	}

	@Test
	void refusedOriginIsForbiddenAndNoInternalError() {
		HttpAnswer answer = RawHttp.exchange(this.port,
				RawHttp.post("/rpc", call("integer", "[1]", "1"), "Origin: https://evil.example"));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void disconnectCancelsTheCall() {
		RawHttp http = RawHttp.connect(this.port);
		http.send(RawHttp.post("/rpc", call("probe.reactive", "[\"peer\"]", "1")));
		awaitEvent("peer", "started");
		http.close();
		awaitEvent("peer", "cancelled");
	}

	// json-rpc-2.0

	@Test
	void batchOfOneIsAnsweredWithArray() {
		assertThat(answer("[" + call("integer", "[1]", "1") + "]")).isEqualTo("[" + result("1", "1") + "]");
	}

	// jsonrpsee

	@Test
	void notificationIsRun() {
		post("{\"jsonrpc\":\"2.0\",\"method\":\"probe.record\",\"params\":[\"notified\"]}");
		assertThat(this.probe.events("notified")).hasSize(1);
	}

	// jayson

	@Test
	void nestedBatchIsAnswered() {
		assertThat(answer("[[1]]")).isEqualTo("[" + INVALID + "]");
		assertThat(answer("[[[]],[]]")).isEqualTo("[" + INVALID + "," + INVALID + "]");
	}

	private void awaitEvent(String key, String event) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.probe.events(key)).contains(event));
	}

	private HttpAnswer post(String message) {
		return RawHttp.exchange(this.port, RawHttp.post("/rpc", message));
	}

	private String answer(String message) {
		HttpAnswer answer = post(message);
		assertThat(answer.status()).isEqualTo(200);
		return answer.text();
	}

	private static String call(String method, String params, String id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s,\"id\":%s}".formatted(method, params, id);
	}

	private static String result(String result, String id) {
		return "{\"jsonrpc\":\"2.0\",\"result\":%s,\"id\":%s}".formatted(result, id);
	}

}
