package io.github.springjsonrpc.server.webflux;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Only POST is answered. Seed rows S53, S54, S57 and S58.
 */
@HttpTest
class HttpMethodTests {

	private static final String CALL = """
			{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}""";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS" })
	void refusesOtherMethodsAndTellsTheAllowedOne(String method) {
		try (RawHttp http = RawHttp.connect(this.port)) {
			HttpAnswer answer = http.send(RawHttp.head(method, "/rpc", new String[0], "Content-Length: 0"))
				.read(!method.equals("HEAD"));
			assertThat(answer.status()).isEqualTo(405);
			assertThat(answer.header("Allow")).isEqualTo("POST");
			assertThat(answer.body()).isEmpty();
			assertThat(http.send(RawHttp.post("/rpc", CALL)).read().status()).isEqualTo(200);
		}
	}

	@Test
	void refusesOtherMethodsThatHaveABody() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			String head = RawHttp.head("PUT", "/rpc", new String[0], "Content-Length: " + CALL.length());
			assertThat(http.send(head + CALL).read().status()).isEqualTo(405);
			assertThat(http.send(RawHttp.post("/rpc", CALL)).read().status()).isEqualTo(200);
		}
	}

	@Test
	void answersPost() {
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", CALL));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(answer.body().length));
		assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":19,\"id\":1}");
	}

	@Test
	void answersNotificationWithNothingOfTypeJson() {
		HttpAnswer answer = RawHttp.exchange(this.port,
				RawHttp.post("/rpc", "{\"jsonrpc\": \"2.0\", \"method\": \"update\"}"));
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.header("Content-Length")).isNull();
		assertThat(answer.header("Transfer-Encoding")).isNull();
	}

	@Test
	void ignoresTheQuery() {
		assertThat(RawHttp.exchange(this.port, RawHttp.post("/rpc?method=fail&id=2", CALL)).text())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":19,\"id\":1}");
	}

	@Test
	void leavesOtherPathsAlone() {
		assertThat(RawHttp.exchange(this.port, RawHttp.post("/rpc/more", CALL)).status()).isEqualTo(404);
	}

}
