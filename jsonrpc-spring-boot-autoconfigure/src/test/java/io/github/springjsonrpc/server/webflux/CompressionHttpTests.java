package io.github.springjsonrpc.server.webflux;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compressed requests, which may be no larger than others. Seed row S59.
 */
@HttpTest
class CompressionHttpTests {

	private static final int LIMIT = 1024 * 1024;

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"text\",\"params\":[\"ü\"],\"id\":1}";

	private static final String RESULT = "{\"jsonrpc\":\"2.0\",\"result\":\"ü\",\"id\":1}";

	private static final String PARSE_ERROR = """
			{"jsonrpc":"2.0","error":{"code":-32700,"message":"Parse error"},"id":null}""";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "GZIP", "x-gzip" })
	void readsCompressedRequest(String encoding) {
		HttpAnswer answer = post(encoding, gzip(CALL.getBytes(StandardCharsets.UTF_8)));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo(RESULT);
	}

	@Test
	void readsIdentity() {
		assertThat(post("identity", CALL.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(RESULT);
	}

	@Test
	void readsCompressedRequestOfExactlyTheLimit() {
		HttpAnswer answer = post("gzip", gzip(spaces(LIMIT)));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).isEqualTo(PARSE_ERROR);
	}

	@Test
	void refusesCompressedRequestOneByteBeyondTheLimit() {
		assertThat(post("gzip", gzip(spaces(LIMIT + 1))).status()).isEqualTo(413);
	}

	@Test
	void refusesBomb() {
		byte[] bomb = gzip(spaces(100 * LIMIT));
		assertThat(bomb.length).isLessThan(LIMIT);
		HttpAnswer answer = post("gzip", bomb);
		assertThat(answer.status()).isEqualTo(413);
		assertThat(answer.text()).contains("larger than 1048576 bytes");
	}

	@Test
	void refusesBombInABomb() {
		assertThat(post("gzip", gzip(gzip(spaces(LIMIT)))).text()).isEqualTo(PARSE_ERROR);
	}

	@Test
	void answersCorruptRequest() {
		byte[] compressed = gzip(CALL.getBytes(StandardCharsets.UTF_8));
		byte[] wrongSum = compressed.clone();
		wrongSum[wrongSum.length - 6]++;
		for (byte[] corrupt : new byte[][] { {}, { 1 }, CALL.getBytes(StandardCharsets.UTF_8), wrongSum,
				Arrays.copyOf(compressed, 5), Arrays.copyOf(compressed, compressed.length - 1) }) {
			HttpAnswer answer = post("gzip", corrupt);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).isEqualTo(PARSE_ERROR);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "deflate", "br", "zstd", "gzip, gzip", "gzip, identity", "x" })
	void refusesOtherEncodings(String encoding) {
		HttpAnswer answer = post(encoding, CALL.getBytes(StandardCharsets.UTF_8));
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
		assertThat(answer.text()).contains("the content encoding is not gzip").contains("-32600");
	}

	@ParameterizedTest
	@CsvSource({ "identity,gzip", "gzip,identity", "gzip,gzip", "identity,identity", "identity,deflate" })
	void refusesMoreThanOneEncoding(String encoding, String other) {
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", CALL.getBytes(StandardCharsets.UTF_8),
				"Content-Encoding: " + encoding, "Content-Encoding: " + other));
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 8, 17, 18, 19, 30, 511, 512, 513, 5000 })
	void answersRequestWithSomethingBehindIt(int length) {
		byte[] compressed = gzip(CALL.getBytes(StandardCharsets.UTF_8));
		assertThat(post("gzip", compressed).text()).isEqualTo(RESULT);
		assertThat(post("gzip", concat(compressed, new byte[length])).text()).isEqualTo(PARSE_ERROR);
	}

	@Test
	void readsSeveralMembers() {
		byte[] call = CALL.getBytes(StandardCharsets.UTF_8);
		byte[] members = concat(gzip(Arrays.copyOf(call, 10)), gzip(Arrays.copyOfRange(call, 10, call.length)));
		assertThat(post("gzip", members).text()).isEqualTo(RESULT);
		assertThat(post("gzip", concat(members, new byte[1])).text()).isEqualTo(PARSE_ERROR);
	}

	private HttpAnswer post(String encoding, byte[] body) {
		return RawHttp.exchange(this.port, RawHttp.post("/rpc", body, "Content-Encoding: " + encoding));
	}

	private static byte[] gzip(byte[] bytes) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return out.toByteArray();
	}

	private static byte[] concat(byte[] one, byte[] other) {
		byte[] both = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, both, one.length, other.length);
		return both;
	}

	private static byte[] spaces(int count) {
		byte[] spaces = new byte[count];
		Arrays.fill(spaces, (byte) ' ');
		return spaces;
	}

}
