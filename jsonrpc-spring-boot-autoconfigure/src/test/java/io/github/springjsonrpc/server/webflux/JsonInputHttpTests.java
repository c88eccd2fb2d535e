package io.github.springjsonrpc.server.webflux;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of accepted and refused JSON, on its own and within a call, with each JSON
 * library: always an answer, and always on the same connection. Seed rows S3, S31, S36,
 * S45, S56 and S166.
 */
@HttpTest
@TestInstance(Lifecycle.PER_CLASS)
abstract class JsonInputHttpTests {

	private static final String PARSE_ERROR = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,";

	private static final String ECHO = "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"id\":1,\"params\":[";

	private static final String REFUSE = "{\"jsonrpc\":\"2.0\",\"method\":\"refuse\",\"id\":1,\"params\":[7,\"no\",";

	private static final String REFUSED = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":7,\"message\":\"no\"";

	private static final String OUT_OF_RANGE = "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32602,\"message\":\"Invalid params\","
			+ "\"data\":{\"violations\":[{\"path\":\"data\",\"message\":\"is out of range\"}]}";

	private RawHttp http;

	@BeforeAll
	void connect(@LocalServerPort int port) {
		this.http = RawHttp.connect(port);
	}

	@AfterAll
	void disconnect() {
		this.http.close();
	}

	@ParameterizedTest
	@MethodSource("accepted")
	void takesForJson(String text) {
		assertThat(post(ContractCase.expand(text))).contains("\"error\":{\"code\":-32600,").doesNotContain("-32700");
	}

	@ParameterizedTest
	@MethodSource("accepted")
	void givesBackWithinParams(String text) {
		String value = new String(ContractCase.expand(text), StandardCharsets.UTF_8);
		assertThat(post(call(ECHO, text))).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":[" + value + "],\"id\":1}");
	}

	@ParameterizedTest
	@MethodSource("accepted")
	void readsAndWritesOrRefuses(String text) {
		assertThat(post(call(REFUSE, text))).endsWith("},\"id\":1}")
			.satisfies((answer) -> assertThat(answer).startsWith(isTooLarge(text) ? OUT_OF_RANGE : REFUSED));
	}

	// for a double, which untyped decimals are read as
	private static boolean isTooLarge(String text) {
		return text.equals("1e400");
	}

	static List<String> accepted() {
		return table("y");
	}

	@ParameterizedTest
	@MethodSource("refused")
	void takesForNoJson(String text) {
		assertThat(post(ContractCase.expand(text))).startsWith(PARSE_ERROR).endsWith("},\"id\":null}");
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusesWithinParams(String text) {
		String answer = post(call(ECHO, text));
		if (text.isEmpty() || text.equals("«20»") || text.equals("1,5")) {
			// an array of none or two is well-formed
			assertThat(answer).contains("\"result\":[");
		}
		else {
			assertThat(answer).startsWith(PARSE_ERROR).endsWith("},\"id\":null}");
		}
	}

	static List<String> refused() {
		return table("n");
	}

	private static List<String> table(String kind) {
		return ContractCase.lines("json-input")
			.filter((line) -> line.startsWith(kind))
			.map((line) -> (line.length() > 2) ? line.substring(2) : "")
			.toList();
	}

	private static byte[] call(String call, String value) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(call.getBytes(StandardCharsets.UTF_8));
		out.writeBytes(ContractCase.expand(value));
		out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
		return out.toByteArray();
	}

	private String post(byte[] body) {
		HttpAnswer answer = this.http.send(RawHttp.post("/rpc", body)).read();
		assertThat(answer.status()).isEqualTo(200);
		return answer.text();
	}

}
