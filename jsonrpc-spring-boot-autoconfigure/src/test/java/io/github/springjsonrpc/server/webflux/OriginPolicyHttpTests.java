package io.github.springjsonrpc.server.webflux;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which web pages may call. Seed rows S61 and S163.
 */
@HttpTest
class OriginPolicyHttpTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"probe.record\",\"params\":[\"%s\"],\"id\":1}";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "example.org,http://example.org", "example.org,http://example.org:80",
			"example.org:80,http://example.org", "example.org:8080,http://example.org:8080", "[::1]:81,http://[::1]:81",
			"my_host,http://my_host", "My_Host:8080,http://my_host:8080" })
	void admitsTheSameOrigin(String host, String origin) {
		HttpAnswer answer = post("/rpc", "Host: " + host, "Origin: " + origin);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "example.org,https://example.org", "example.org,http://example.org:8080",
			"example.org,http://www.example.org", "example.org,http://example.org.evil.example",
			"example.org,http://evil.example", "example.org,null", "example.org,''", "example.org,http://[bad",
			"example.org,http://", "example.org,://", "example.org,http://a b", "example.org,http://example.org:x",
			"example.org,http://example.org:99999", "example.org,file://", "example.org,*",
			"example.org,http://evil.example@example.org.evil.example", "example.org,%%", "my_host,http://my_host:8080",
			"my_host,https://my_host", "my_host,http://host", "my_host,http://my_host/",
			"my_host,http://my_host.evil.example", "my_host,http://x@my_host", "x@my_host,http://my_host" })
	void refusesOtherOriginsBeforeTheBodyIsRead(String host, String origin) {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp
				.head("POST", "/rpc", new String[0], "Host: " + host, "Origin: " + origin, "Content-Length: 1000")
				.replace("Host: localhost\r\n", ""));
			HttpAnswer answer = http.read();
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.body()).isEmpty();
			assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
		}
	}

	@Test
	void admitsRequestWithoutOrigin() {
		assertThat(post("/rpc", "Host: example.org").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org", "https://a.example.net", "https://a.b.example.net" })
	void admitsListedOrigins(String origin) {
		HttpAnswer answer = post("/origins", "Host: rpc.example", "Origin: " + origin);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
		assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
		assertThat(answer.header("Vary")).contains("Origin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://example.org", "https://example.org:8443", "https://example.org.evil.example",
			"https://example.net", "https://evilexample.net", "https://a.example.net.evil.example", "null",
			"https://[bad" })
	void refusesUnlistedOrigins(String origin) {
		assertThat(post("/origins", "Host: rpc.example", "Origin: " + origin).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "/rpc;http://example.org;http://evil.example", "/rpc;http://evil.example;http://example.org",
					"/rpc;http://example.org;http://example.org", "/rpc;'http://example.org, http://evil.example';",
					"/origins;https://example.org;https://evil.example",
					"/origins;https://evil.example;https://example.org",
					"/origins;'https://evil.example, https://a.example.net';",
					"/origins;https://evil.example,https://a.example.net;",
					"/origins;https://evil.example https://a.example.net;" })
	void refusesMoreThanOneOrigin(String path, String origin, @Nullable String other) {
		String[] headers = (other != null)
				? new String[] { "Host: example.org", "Origin: " + origin, "Origin: " + other }
				: new String[] { "Host: example.org", "Origin: " + origin };
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post(path, CALL.formatted("several"), headers));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
	}

	@Test
	void answersPreflightOfListedOrigin() {
		HttpAnswer answer = preflight("/origins", "https://example.org", "POST");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://example.org");
		assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
		assertThat(answer.header("Access-Control-Allow-Headers")).contains("content-type");
		assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("1800");
	}

	@Test
	void refusesPreflightOfOthers() {
		assertThat(preflight("/origins", "https://evil.example", "POST").status()).isEqualTo(403);
		assertThat(preflight("/rpc", "https://example.org", "POST").status()).isEqualTo(403);
		assertThat(preflight("/origins", "https://example.org", "DELETE").status()).isEqualTo(403);
	}

	@Test
	void doesNotRunTheCallOfAnotherOrigin(@Autowired Probe probe) {
		post("/rpc", "Host: example.org", "Origin: https://evil.example");
		assertThat(post("/rpc", "Host: example.org", "Origin: http://example.org").status()).isEqualTo(200);
		assertThat(probe.events("https://evil.example")).isEmpty();
		assertThat(probe.events("http://example.org")).isNotEmpty();
	}

	private HttpAnswer post(String path, String... headers) {
		String key = headers[headers.length - 1].substring("Origin: ".length());
		return RawHttp.exchange(this.port, RawHttp.post(path, CALL.formatted(key), headers));
	}

	private HttpAnswer preflight(String path, String origin, String method) {
		return RawHttp.exchange(this.port,
				RawHttp.head("OPTIONS", path, new String[] { "Origin: " + origin },
						"Access-Control-Request-Method: " + method, "Access-Control-Request-Headers: content-type",
						"Content-Length: 0"));
	}

}
