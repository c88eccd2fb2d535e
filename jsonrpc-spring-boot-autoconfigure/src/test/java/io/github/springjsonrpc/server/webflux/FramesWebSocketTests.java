package io.github.springjsonrpc.server.webflux;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

import io.github.springjsonrpc.RawWebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static io.github.springjsonrpc.RawWebSocket.BINARY;
import static io.github.springjsonrpc.RawWebSocket.CLOSE;
import static io.github.springjsonrpc.RawWebSocket.CONTINUATION;
import static io.github.springjsonrpc.RawWebSocket.FINAL;
import static io.github.springjsonrpc.RawWebSocket.PING;
import static io.github.springjsonrpc.RawWebSocket.PONG;
import static io.github.springjsonrpc.RawWebSocket.TEXT;
import static io.github.springjsonrpc.RawWebSocket.frame;
import static io.github.springjsonrpc.RawWebSocket.unmaskedFrame;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of frames, the wrong ones above all. Seed rows S64, S67 and S69.
 */
@HttpTest
class FramesWebSocketTests {

	private static final int LIMIT = 1024 * 1024;

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"mono\",\"params\":[\"é\"],\"id\":1}";

	private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"result\":\"é\",\"id\":1}";

	private static final String LARGE_CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"ws.length\",\"params\":[\"\"],\"id\":1}";

	@LocalServerPort
	private int port;

	private RawWebSocket connect() {
		return RawWebSocket.connect(this.port, "/rpc");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void takesMessageInFragmentsOfAnySize() {
		byte[] call = bytes(CALL);
		try (RawWebSocket client = connect()) {
			// in the middle of a character as well
			for (int i = 0; i < call.length; i++) {
				int first = ((i == 0) ? TEXT : CONTINUATION) | ((i == call.length - 1) ? FINAL : 0);
				client.send(frame(first, new byte[] { call[i] }));
			}
			assertThat(client.next()).isEqualTo(ANSWER);
		}
	}

	@Test
	void answersPingsAlsoBetweenFragments() {
		byte[] call = bytes(CALL);
		try (RawWebSocket client = connect()) {
			client.send(frame(TEXT, Arrays.copyOf(call, 10)), frame(FINAL | PING, bytes("are you there?")),
					frame(FINAL | CONTINUATION, Arrays.copyOfRange(call, 10, call.length)));
			assertThat(client.next()).isEqualTo("pong are you there?");
			assertThat(client.next()).isEqualTo(ANSWER);
		}
	}

	@Test
	void takesJsonInBinaryMessages() {
		try (RawWebSocket client = connect()) {
			assertThat(client.send(frame(FINAL | BINARY, bytes(CALL))).next()).isEqualTo(ANSWER);
			assertThat(client.send(frame(FINAL | BINARY, new byte[] { 1, 2, (byte) 0xFF })).next()).contains("-32700");
			assertThat(client.text(CALL).next()).isEqualTo(ANSWER);
		}
	}

	@Test
	void staysOpenAfterWhatIsNotJson() {
		try (RawWebSocket client = connect()) {
			assertThat(client.text("no").next()).contains("-32700").endsWith(",\"id\":null}");
			assertThat(client.text("").next()).contains("-32700").endsWith(",\"id\":null}");
			assertThat(client.text(CALL).next()).isEqualTo(ANSWER);
		}
	}

	@Test
	void takesMessageOfTheExactLimit() {
		try (RawWebSocket client = connect()) {
			assertThat(client.text(largeCall(LIMIT)).next())
				.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":%d,\"id\":1}".formatted(LIMIT - LARGE_CALL.length()));
			byte[] call = bytes(largeCall(LIMIT));
			client.send(frame(TEXT, Arrays.copyOf(call, LIMIT / 2)),
					frame(FINAL | CONTINUATION, Arrays.copyOfRange(call, LIMIT / 2, LIMIT)));
			assertThat(client.next()).startsWith("{\"jsonrpc\":\"2.0\",\"result\":");
		}
	}

	private static String largeCall(int size) {
		return LARGE_CALL.replace("\"\"", "\"" + "x".repeat(size - LARGE_CALL.length()) + "\"");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void closes(String what, String end, byte[][] frames) {
		try (RawWebSocket client = connect()) {
			try {
				client.send(frames);
			}
			catch (UncheckedIOException ex) {
				// closed before all of it was sent
			}
			assertThat(client.last()).isEqualTo(end);
		}
	}

	static Stream<Arguments> closes() {
		byte[] call = bytes(CALL);
		return Stream.of(
				end("text that is not UTF-8", "close 1007", frame(FINAL | TEXT, new byte[] { (byte) 0xC3, 40 })),
				end("text that is not UTF-8 within JSON", "close 1007",
						frame(FINAL | TEXT, hex("7B2261223A22C328227D"))),
				end("one byte too many", "close 1009", frame(FINAL | TEXT, bytes(largeCall(LIMIT + 1)))),
				end("fragments that are too large together", "close 1009", frame(TEXT, new byte[LIMIT]),
						frame(FINAL | CONTINUATION, new byte[1])),
				end("a frame without mask", "close 1002", unmaskedFrame(FINAL | TEXT, call)),
				end("a reserved opcode", "close 1002", frame(FINAL | 0x3, call)),
				end("a reserved control opcode", "close 1002", frame(FINAL | 0xB, new byte[0])),
				end("a fragmented ping", "close 1002", frame(PING, new byte[0])),
				end("a ping of 126 bytes", "close 1002", frame(FINAL | PING, new byte[126])),
				end("a continuation of nothing", "close 1002", frame(FINAL | CONTINUATION, call)),
				end("a message within another one", "close 1002", frame(TEXT, call), frame(FINAL | TEXT, call)),
				end("a close frame of one byte", "close 1002", frame(FINAL | CLOSE, new byte[1])),
				end("a close frame with a code that must not be sent", "dropped", frame(FINAL | CLOSE, code(1005))),
				end("a close frame", "close 1000", frame(FINAL | CLOSE, code(1000))),
				end("a close frame with a code of an application", "close 4711", frame(FINAL | CLOSE, code(4711))),
				end("a close frame without code", "close", frame(FINAL | CLOSE, new byte[0])));
	}

	private static Arguments end(String what, String end, byte[]... frames) {
		return Arguments.of(what, end, frames);
	}

	private static byte[] code(int code) {
		return ByteBuffer.allocate(2).putShort((short) code).array();
	}

	private static byte[] hex(String hex) {
		return HexFormat.of().parseHex(hex);
	}

	@Test
	void answersFloodOfPingsAndCallsInBetween() {
		int pings = 5000;
		byte[] ping = frame(FINAL | PING, bytes("x"));
		byte[] flood = new byte[pings * ping.length];
		for (int i = 0; i < pings; i++) {
			System.arraycopy(ping, 0, flood, i * ping.length, ping.length);
		}
		try (RawWebSocket client = connect()) {
			Thread writer = new Thread(() -> client.send(flood, frame(FINAL | TEXT, bytes(CALL))));
			writer.start();
			for (int i = 0; i < pings; i++) {
				assertThat(client.next()).isEqualTo("pong x");
			}
			assertThat(client.next()).isEqualTo(ANSWER);
		}
	}

	@Test
	void ignoresPongsThatNobodyAskedFor() {
		try (RawWebSocket client = connect()) {
			client.send(frame(FINAL | PONG, bytes("here I am")));
			assertThat(client.text(CALL).next()).isEqualTo(ANSWER);
		}
	}

}
