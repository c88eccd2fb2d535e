package io.github.springjsonrpc.server.webflux;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A policy of the application's own chooses the status. Seed rows S56 and S57.
 */
@HttpTest
class HttpStatusPolicyTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"unknown\",\"id\":1}";

	private static final String NOT_FOUND = """
			{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":1}""";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "404|{\"jsonrpc\":\"2.0\",\"method\":\"unknown\",\"id\":1}", "400|{", "400|[]", "207|[1]",
					"202|{\"jsonrpc\":\"2.0\",\"method\":\"unknown\"}" })
	void choosesTheStatus(int status, String message) {
		assertThat(RawHttp.exchange(this.port, RawHttp.post("/status", message)).status()).isEqualTo(status);
	}

	@Test
	void hasNoSayWhereNoMessageWasRead() {
		assertThat(RawHttp.exchange(this.port, RawHttp.post("/status", CALL, "Content-Type: text/plain")).status())
			.isEqualTo(415);
		assertThat(RawHttp.exchange(this.port, RawHttp.head("GET", "/status", new String[0])).status()).isEqualTo(405);
		assertThat(RawHttp.exchange(this.port, RawHttp.post("/status", CALL, "Origin: https://evil.example")).status())
			.isEqualTo(403);
	}

	@Test
	void answersThoughThePolicyFails() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			HttpAnswer answer = http.send(RawHttp.post("/faulty", CALL)).read();
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).isEqualTo(NOT_FOUND);
			HttpAnswer nothing = http.send(RawHttp.post("/faulty", "{\"jsonrpc\":\"2.0\",\"method\":\"unknown\"}"))
				.read();
			assertThat(nothing.status()).isEqualTo(204);
		}
	}

	@Test
	void letsNobodyInIfTheOriginPolicyFails() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			HttpAnswer answer = http.send(RawHttp.post("/broken", CALL, "Content-Type: application/json")).read();
			assertThat(answer.status()).isEqualTo(500);
			assertThat(answer.text()).doesNotContain("secret");
			assertThat(http.send(RawHttp.post("/rpc", CALL)).read().text()).isEqualTo(NOT_FOUND);
		}
	}

}
