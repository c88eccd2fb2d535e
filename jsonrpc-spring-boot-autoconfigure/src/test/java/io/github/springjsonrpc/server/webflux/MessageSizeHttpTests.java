package io.github.springjsonrpc.server.webflux;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Limits on what comes in and what goes out. Seed row S59.
 */
@HttpTest
class MessageSizeHttpTests {

	private static final int LIMIT = 1024 * 1024;

	private static final String TOO_LARGE = """
			{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request",\
			"data":{"reason":"the message is larger than 1048576 bytes"}},"id":null}""";

	@LocalServerPort
	private int port;

	@Test
	void acceptsRequestOfExactlyTheLimit() {
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", call(LIMIT)));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":null,\"id\":1}");
	}

	@Test
	void acceptsChunkedRequestOfExactlyTheLimit() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(chunkedHead());
			sendChunks(http, call(LIMIT));
			assertThat(http.send("0\r\n\r\n").read().status()).isEqualTo(200);
		}
	}

	@Test
	void refusesRequestThatSaysItIsLargerBeforeItIsSent() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", new String[0], "Content-Length: " + (LIMIT + 1)));
			assertTooLarge(http.read());
		}
	}

	@Test
	void refusesChunkedRequestOneByteBeyondTheLimit() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(chunkedHead());
			sendChunks(http, call(LIMIT + 1));
			assertTooLarge(http.send("0\r\n\r\n").read());
		}
	}

	@Test
	void answersClientThatIsStillSending() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", new String[0], "Content-Length: " + (100 * LIMIT)));
			byte[] part = new byte[LIMIT];
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 100; i++) {
					http.send(part);
				}
			});
			assertTooLarge(http.read());
			assertThat(sending.handle((sent, ex) -> true).join()).isTrue();
		}
	}

	@Test
	void answersClientThatSendsChunksWithoutAnEnd() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(chunkedHead());
			byte[] part = new byte[LIMIT / 2];
			CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
				for (int i = 0; i < 100; i++) {
					sendChunks(http, part);
				}
			});
			assertTooLarge(http.read());
			assertThat(sending.handle((sent, ex) -> true).join()).isTrue();
		}
	}

	@Test
	void refusesOwnRouteTheSame() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/api/v2/rpc", new String[0], "Content-Length: " + (LIMIT + 1)));
			assertTooLarge(http.read());
		}
	}

	@Test
	void replacesResultThatIsTooLarge() {
		assertThat(small("{\"jsonrpc\":\"2.0\",\"method\":\"repeat\",\"params\":[2000],\"id\":\"a\"}")).isEqualTo("""
				{"jsonrpc":"2.0","error":{"code":-32003,"message":"Response too large",\
				"data":{"limit":1024}},"id":"a"}""");
	}

	@Test
	void sendsResponseOfExactlyTheLimit() {
		int envelope = "{\"jsonrpc\":\"2.0\",\"result\":\"\",\"id\":1}".length();
		String call = "{\"jsonrpc\":\"2.0\",\"method\":\"repeat\",\"params\":[%d],\"id\":1}";
		assertThat(small(call.formatted(1024 - envelope))).hasSize(1024).contains("xxx");
		assertThat(small(call.formatted(1025 - envelope))).contains("-32003");
	}

	@Test
	void replacesResultThatDoesNotFitIntoTheBatch() {
		String call = "{\"jsonrpc\":\"2.0\",\"method\":\"repeat\",\"params\":[%d],\"id\":%d}";
		assertThat(
				small("[" + call.formatted(600, 1) + "," + call.formatted(600, 2) + "," + call.formatted(3, 3) + "]"))
			.isEqualTo("""
					[{"jsonrpc":"2.0","result":"%s","id":1},\
					{"jsonrpc":"2.0","error":{"code":-32003,"message":"Response too large",\
					"data":{"limit":1024}},"id":2},\
					{"jsonrpc":"2.0","result":"xxx","id":3}]""".formatted("x".repeat(600)));
	}

	private String small(String message) {
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/small", message));
		assertThat(answer.status()).isEqualTo(200);
		return answer.text();
	}

	private static String chunkedHead() {
		return RawHttp.head("POST", "/rpc", new String[0], "Transfer-Encoding: chunked");
	}

	private static void sendChunks(RawHttp http, byte[] body) {
		int size = 100_000;
		for (int from = 0; from < body.length; from += size) {
			byte[] chunk = Arrays.copyOfRange(body, from, Math.min(from + size, body.length));
			http.send(Integer.toHexString(chunk.length) + "\r\n").send(chunk).send("\r\n");
		}
	}

	/**
	 * Return a call that is filled up with white space.
	 */
	private static byte[] call(int size) {
		byte[] call = new byte[size];
		Arrays.fill(call, (byte) ' ');
		byte[] text = "{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"id\":1}".getBytes(StandardCharsets.UTF_8);
		System.arraycopy(text, 0, call, 0, text.length);
		return call;
	}

	private static void assertTooLarge(HttpAnswer answer) {
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.header("Content-Type")).isEqualTo("application/json");
		assertThat(answer.text()).isEqualTo(TOO_LARGE);
	}

}
