package io.github.springjsonrpc.server.webflux;

import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;

import io.github.springjsonrpc.WebSocketTester;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who gets a connection. Seed rows S61, S65 and S66.
 */
@HttpTest
class HandshakeWebSocketTests {

	private static final String NO_RESULT = "\"error\":{\"code\":-32601,\"message\":\"Method not found\"}";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "/rpc, http://evil.example", "/rpc, null", "/rpc, https://localhost:%d", "/rpc, http://localhost",
			"/origins, https://example.com", "/origins, http://example.org" })
	void refusesForeignOriginBeforeTheUpgrade(String path, String origin) {
		assertThat(WebSocketTester.refusal(this.port, path, (builder) -> from(origin, builder))).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource({ "/rpc, http://localhost:%d", "/origins, https://example.org", "/origins, https://a.example.net",
			"/origins, http://localhost:%d" })
	void admitsSameAndListedOrigins(String path, String origin) {
		try (WebSocketTester client = WebSocketTester.connect(this.port, path, (builder) -> from(origin, builder))) {
			assertThat(client.call("none", "[]")).isEqualTo(NO_RESULT);
		}
	}

	private WebSocket.Builder from(String origin, WebSocket.Builder builder) {
		return builder.header("Origin", origin.formatted(this.port));
	}

	@Test
	void refusesForeignHostBeforeTheUpgrade() {
		assertThat(RawHttp.exchange(this.port, upgrade("/hosts", "evil.example")).status()).isEqualTo(403);
		assertThat(RawHttp.exchange(this.port, upgrade("/rpc", "one.example\r\nHost: two.example")).status())
			.isBetween(400, 403);
	}

	private static byte[] upgrade(String path, String host) {
		return ("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	@Test
	void refusesWhatIsNoUpgrade() {
		assertThat(RawHttp
			.exchange(this.port, "GET /rpc HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII))
			.status()).isEqualTo(405);
		assertThat(RawHttp
			.exchange(this.port,
					new String(upgrade("/rpc", "localhost"), StandardCharsets.US_ASCII)
						.replace("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", "")
						.getBytes(StandardCharsets.US_ASCII))
			.status()).isEqualTo(400);
	}

	@Test
	void refusesMoreConnectionsThanTheServerMayHave() {
		try (WebSocketTester one = WebSocketTester.connect(this.port, "/small")) {
			WebSocketTester two = WebSocketTester.connect(this.port, "/small");
			assertThat(one.call("none", "[]")).isEqualTo(NO_RESULT);
			assertThat(two.call("none", "[]")).isEqualTo(NO_RESULT);
			assertThat(WebSocketTester.refusal(this.port, "/small", (builder) -> builder)).isEqualTo(503);
			try (WebSocketTester other = WebSocketTester.connect(this.port, "/rpc")) {
				assertThat(other.call("none", "[]")).isEqualTo(NO_RESULT);
			}
			two.close();
			Awaitility.await().atMost(WebSocketTester.TIMEOUT).ignoreExceptions().until(() -> {
				try (WebSocketTester three = WebSocketTester.connect(this.port, "/small")) {
					return three.call("none", "[]").equals(NO_RESULT);
				}
			});
		}
	}

}
