package io.github.springjsonrpc.server.webflux;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which content types are taken for JSON. Seed row S55.
 */
@HttpTest
class ContentTypeHttpTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"id\":1}";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json-rpc", "application/jsonrequest", "APPLICATION/JSON",
			"Application/Json-Rpc", "application/json;charset=utf-8", "application/json; charset=UTF-8",
			"application/json; charset=\"utf-8\"", "application/json ; charset=utf8", "application/json;odata=verbose",
			" application/json ", "application/json;" })
	void acceptsJson(String type) {
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", CALL, "Content-Type: " + type));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
	}

	@Test
	void acceptsNone() {
		assertThat(RawHttp.exchange(this.port, RawHttp.post("/rpc", CALL)).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "text/json", "application/x-www-form-urlencoded",
			"multipart/form-data; boundary=x", "application/xml", "application/octet-stream", "application/ndjson",
			"application/json; charset=iso-8859-1", "application/json; charset=utf-16", "application/json; charset=x",
			"application/*", "*/*", "application/problem+json", "json", "application", "application/json, text/plain",
			"application/json text/plain", "/", ";", "application/json; =", "ápplication/json" })
	void refusesAnythingElse(String type) {
		try (RawHttp http = RawHttp.connect(this.port)) {
			HttpAnswer answer = http.send(RawHttp.post("/rpc", CALL, "Content-Type: " + type)).read();
			assertThat(answer.status()).isEqualTo(415);
			assertThat(answer.header("Accept-Post")).isEqualTo("application/json");
			assertThat(answer.header("Content-Type")).isEqualTo("application/json");
			assertThat(answer.text()).isEqualTo("""
					{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request",\
					"data":{"reason":"the content type is not application/json"}},"id":null}""");
			assertThat(http.send(RawHttp.post("/rpc", CALL)).read().status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "application/json,text/plain", "text/plain,application/json", "application/json,application/json" })
	void refusesMoreThanOne(String type, String other) {
		HttpAnswer answer = RawHttp.exchange(this.port,
				RawHttp.post("/rpc", CALL, "Content-Type: " + type, "Content-Type: " + other));
		assertThat(answer.status()).isEqualTo(415);
	}

	@Test
	void answersJsonWhateverTheClientAccepts() {
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", CALL, "Accept: text/html"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
	}

}
