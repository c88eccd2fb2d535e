package io.github.springjsonrpc.server.webflux;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which hosts requests may be for, to keep DNS rebinding out. Seed row S61.
 */
@HttpTest
class AllowedHostsHttpTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"unknown\",\"id\":1}";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "api.example.org", "API.EXAMPLE.ORG", "api.example.org:80", "api.example.org:9999",
			"a.internal:8443", "a.b.INTERNAL:8443", "my_service", "my_service:8080", "[::1]", "[::1]:8080" })
	void acceptsListedHosts(String host) {
		assertThat(post(host).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1", "example.org", "xapi.example.org",
			"api.example.org.evil.example", "evil.example:8443", "a.internal", "a.internal:80", "internal:8443",
			"my-service", "[::2]", "[::1", "a b", "evil.example/api.example.org", "evil.example?api.example.org",
			"evil.example#api.example.org" })
	void refusesOtherHosts(String host) {
		// what is no host at all does not get as far as the policy
		assertThat(post(host).status()).isIn(403, 400);
	}

	@Test
	void refusesRequestWithoutHost() {
		assertThat(RawHttp
			.exchange(this.port, "POST /hosts HTTP/1.0\r\nContent-Length: " + CALL.length() + "\r\n\r\n" + CALL)
			.status()).isEqualTo(403);
	}

	@Test
	void refusesEvenTheSameOriginForOtherHosts() {
		assertThat(RawHttp
			.exchange(this.port, RawHttp.post("/hosts", CALL, "Host: evil.example", "Origin: http://evil.example"))
			.status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "/hosts,api.example.org,evil.example", "/hosts,evil.example,api.example.org",
			"/rpc,localhost,evil.example", "/rpc,localhost,localhost" })
	void refusesMoreThanOneHost(String path, String host, String other) {
		assertThat(RawHttp.exchange(this.port, RawHttp.post(path, CALL, "Host: " + host, "Host: " + other)).status())
			.isEqualTo(403);
	}

	private HttpAnswer post(String host) {
		return RawHttp.exchange(this.port, RawHttp.post("/hosts", CALL, "Host: " + host));
	}

}
