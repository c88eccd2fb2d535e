package io.github.springjsonrpc.server.webflux;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Operators;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.server.adapter.HttpWebHandlerAdapter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients do with a connection. Seed rows S53 and S60.
 */
@HttpTest
class ConnectionHttpTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"integer\",\"params\":[%d],\"id\":%d}";

	@LocalServerPort
	private int port;

	@Test
	void asksForTheBodyOnlyIfItWantsIt() {
		String[] expect = { "Expect: 100-continue" };
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", expect, "Content-Length: " + call(1).length()));
			assertThat(http.read().status()).isEqualTo(100);
			assertAnswer(1, http.send(call(1)).read());
		}
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", expect, "Content-Length: 100000000"));
			assertThat(http.read().status()).isEqualTo(413);
		}
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", expect, "Origin: https://evil.example", "Content-Length: 100"));
			assertThat(http.read().status()).isEqualTo(403);
		}
	}

	@Test
	void answersPipelinedRequestsInOrder() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			StringBuilder requests = new StringBuilder();
			for (int i = 0; i < 100; i++) {
				requests.append(new String(RawHttp.post("/rpc", call(i)), StandardCharsets.UTF_8));
			}
			http.send(requests.toString());
			for (int i = 0; i < 100; i++) {
				assertAnswer(i, http.read());
			}
		}
	}

	@ParameterizedTest
	@MethodSource
	void keepsTheConnectionAfterAnError(byte[] request) {
		try (RawHttp http = RawHttp.connect(this.port)) {
			for (int i = 0; i < 3; i++) {
				assertThat(http.send(request).read().status()).isLessThan(500);
				assertAnswer(i, http.send(RawHttp.post("/rpc", call(i))).read());
			}
		}
	}

	static Stream<byte[]> keepsTheConnectionAfterAnError() {
		return Stream.of(RawHttp.post("/rpc", "{"), RawHttp.post("/rpc", ""), RawHttp.post("/rpc", "[]"),
				RawHttp.post("/rpc", "{\"jsonrpc\":\"2.0\",\"method\":\"fail\",\"params\":[\"x\"],\"id\":1}"),
				RawHttp.post("/rpc", "{\"jsonrpc\":\"2.0\",\"method\":\"unwritable\",\"id\":1}"),
				RawHttp.post("/rpc", "{\"jsonrpc\":\"2.0\",\"method\":\"update\"}"),
				RawHttp.post("/rpc", call(1), "Content-Type: text/plain"),
				RawHttp.post("/rpc", call(1), "Origin: https://evil.example"),
				RawHttp.post("/rpc", call(1), "Content-Encoding: deflate"), RawHttp.post("/none", call(1)),
				RawHttp.post("/rpc", new byte[2_000_000]));
	}

	@Test
	void waitsForSlowBytes() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			for (byte b : RawHttp.post("/rpc", call(7))) {
				http.send(new byte[] { b });
			}
			assertAnswer(7, http.read());
		}
	}

	@Test
	void answersWhileOthersAreSlow() {
		try (RawHttp slow = RawHttp.connect(this.port)) {
			slow.send(RawHttp.head("POST", "/rpc", new String[0], "Content-Length: 100") + "{");
			assertAnswer(1, RawHttp.exchange(this.port, RawHttp.post("/rpc", call(1))));
		}
	}

	@Test
	void readsChunks() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", new String[0], "Transfer-Encoding: chunked"));
			for (char c : call(7).toCharArray()) {
				http.send("1\r\n" + c + "\r\n");
			}
			assertAnswer(7, http.send("0\r\n\r\n").read());
		}
	}

	@Test
	void answersHttp10AndCloses() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			http.send("POST /rpc HTTP/1.0\r\nContent-Length: " + call(7).length() + "\r\n\r\n" + call(7));
			assertAnswer(7, http.read());
			assertThat(http.isClosedByServer()).isTrue();
		}
	}

	@Test
	void closesIfAskedTo() {
		try (RawHttp http = RawHttp.connect(this.port)) {
			assertAnswer(7, http.send(RawHttp.post("/rpc", call(7), "Connection: close")).read());
			assertThat(http.isClosedByServer()).isTrue();
		}
	}

	@Test
	void doesNotRunCallThatIsCutShort(@Autowired Probe probe) {
		String call = "{\"jsonrpc\":\"2.0\",\"method\":\"probe.record\",\"params\":[\"cut\"]}";
		RawHttp http = RawHttp.connect(this.port);
		http.send(RawHttp.head("POST", "/rpc", new String[0], "Content-Length: " + (call.length() + 1)) + call);
		http.reset();
		assertAnswer(1, RawHttp.exchange(this.port, RawHttp.post("/rpc", call(1))));
		assertThat(probe.events("cut")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x\r\n\r\n", "POST\r\n\r\n", "POST /rpc HTTP/1.1\r\nContent-Length: x\r\n\r\n",
			"POST /rpc HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
			"POST /rpc HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" })
	void survivesWhatIsNotHttp(String request) {
		assertThat(RawHttp.exchange(this.port, request).status()).isBetween(400, 499);
		assertAnswer(1, RawHttp.exchange(this.port, RawHttp.post("/rpc", call(1))));
	}

	@Test
	void doesNotRunCallBehindWhichTheBodyIsMalformed(@Autowired Probe probe) {
		String call = "{\"jsonrpc\":\"2.0\",\"method\":\"probe.never\",\"params\":[\"malformed\"],\"id\":1}";
		try (CapturedLog log = CapturedLog.of(HttpWebHandlerAdapter.class, Level.ERROR);
				RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", new String[0], "Transfer-Encoding: chunked"));
			http.send(Integer.toHexString(call.length()) + "\r\n" + call + "\r\nzz\r\n");
			assertThat(http.read().status()).isEqualTo(400);
			assertThat(http.isClosedByServer()).isTrue();
			assertAnswer(1, RawHttp.exchange(this.port, RawHttp.post("/rpc", call(1))));
			assertThat(probe.events("malformed")).isEmpty();
			assertThat(log.lines()).isEmpty();
		}
	}

	@Test
	void logsNoErrorIfTheBodyIsMalformed() {
		try (CapturedLog log = CapturedLog.of(HttpWebHandlerAdapter.class, Level.ERROR);
				RawHttp http = RawHttp.connect(this.port)) {
			http.send(RawHttp.head("POST", "/rpc", new String[0], "Transfer-Encoding: chunked") + "zz\r\n");
			assertThat(http.read().status()).isEqualTo(400);
			assertThat(http.isClosedByServer()).isTrue();
			assertAnswer(1, RawHttp.exchange(this.port, RawHttp.post("/rpc", call(1))));
			assertThat(log.lines()).isEmpty();
		}
	}

	@Test
	void logsNoErrorIfClientLeavesBeforeTheEndOfTheBody() {
		try (CapturedLog handler = CapturedLog.of(JsonRpcHttpHandler.class, Level.DEBUG);
				CapturedLog dropped = CapturedLog.of(Operators.class, Level.ERROR)) {
			RawHttp http = RawHttp.connect(this.port);
			String[] expect = { "Expect: 100-continue" };
			http.send(RawHttp.head("POST", "/rpc", expect, "Content-Length: 100"));
			assertThat(http.read().status()).isEqualTo(100);
			http.send("{").reset();
			Awaitility.await()
				// and perhaps that of another test, which its client left no sooner
				.untilAsserted(() -> assertThat(handler.lines())
					.contains("The client went away before it had sent its message"));
			for (int i = 0; i < 10; i++) {
				// on every event loop
				assertAnswer(i, RawHttp.exchange(this.port, RawHttp.post("/rpc", call(i))));
			}
			assertThat(dropped.lines()).isEmpty();
		}
	}

	private static String call(int id) {
		return CALL.formatted(id, id);
	}

	private static void assertAnswer(int id, HttpAnswer answer) {
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":%d,\"id\":%d}".formatted(id, id));
	}

}
