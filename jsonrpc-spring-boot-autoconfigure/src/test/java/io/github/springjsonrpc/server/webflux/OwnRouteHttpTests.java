package io.github.springjsonrpc.server.webflux;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The handler in a route of the application's own does all it does elsewhere. Seed rows
 * S53 and S73.
 */
@HttpTest
class OwnRouteHttpTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String PATH = "/api/v2/rpc";

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"subtract\",\"params\":[42,23],\"id\":1}";

	@LocalServerPort
	private int port;

	@Test
	void answersCall() {
		HttpAnswer answer = post(CALL);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":19,\"id\":1}");
	}

	@Test
	void answersNotificationWithNothing() {
		assertThat(post("{\"jsonrpc\":\"2.0\",\"method\":\"update\"}").status()).isEqualTo(204);
	}

	@Test
	void answersWhatIsNotJson() {
		assertThat(post("{").text()).contains("-32700");
	}

	@Test
	void checksTheOrigin() {
		assertThat(post(CALL, "Origin: https://evil.example").status()).isEqualTo(403);
		assertThat(post(CALL, "Host: example.org", "Origin: http://example.org").status()).isEqualTo(200);
	}

	@Test
	void checksTheContentType() {
		assertThat(post(CALL, "Content-Type: text/plain").status()).isEqualTo(415);
	}

	@Test
	void cancelsCallWhoseClientGoesAway(@Autowired Probe probe) {
		RawHttp http = RawHttp.connect(this.port);
		http.send(
				RawHttp.post(PATH, "{\"jsonrpc\":\"2.0\",\"method\":\"probe.never\",\"params\":[\"route\"],\"id\":1}"));
		Awaitility.await()
			.atMost(TIMEOUT)
			.untilAsserted(() -> assertThat(probe.events("route")).containsExactly("started"));
		http.reset();
		Awaitility.await()
			.atMost(TIMEOUT)
			.untilAsserted(() -> assertThat(probe.events("route")).containsExactly("started", "cancelled"));
	}

	private HttpAnswer post(String message, String... headers) {
		return RawHttp.exchange(this.port, RawHttp.post(PATH, message, headers));
	}

}
