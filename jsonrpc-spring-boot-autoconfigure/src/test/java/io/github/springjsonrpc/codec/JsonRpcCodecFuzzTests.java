package io.github.springjsonrpc.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever arrives, the codec answers and never throws.
 */
class JsonRpcCodecFuzzTests {

	private static final long SEED = 20260912;

	private static final String REQUEST = """
			{"jsonrpc":"2.0","method":"su\\u006d","params":[1.5e+3,-0,{"a":["ü€😀\\ud83d\\ude00"]},null,true],"id":"\\n1"}""";

	private static final String RESPONSE = """
			{"id":12,"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found","data":{"a":[false]}}}""";

	private final JsonRpcCodec codec = new JsonRpcCodec(new JacksonValueMapper(JsonMapper.builder().build(), true));

	private final Random random = new Random(SEED);

	@ParameterizedTest
	@ValueSource(strings = { REQUEST, RESPONSE, "[" + REQUEST + "," + RESPONSE + "]" })
	void rejectsMessageThatIsCutAnywhere(String message) {
		byte[] json = message.getBytes(StandardCharsets.UTF_8);
		assertThat(this.codec.decode(json, 10)).isNotInstanceOf(InvalidMessage.class);
		for (int cut = 0; cut < json.length; cut++) {
			assertParseError(Arrays.copyOf(json, cut));
		}
		for (int cut = 1; cut < json.length; cut++) {
			JsonRpcMessage rest = this.codec.decode(Arrays.copyOfRange(json, cut, json.length), 10);
			assertThat(rest).isInstanceOf(InvalidMessage.class);
		}
	}

	private void assertParseError(byte[] json) {
		JsonRpcMessage message = this.codec.decode(json, 10);
		assertThat(message).isInstanceOfSatisfying(InvalidMessage.class,
				(invalid) -> assertThat(invalid.error()).isEqualTo(JsonRpcErrorCode.PARSE_ERROR.error()));
	}

	@Test
	void answersRandomBytes() {
		for (int round = 0; round < 50_000; round++) {
			byte[] json = new byte[this.random.nextInt(40)];
			this.random.nextBytes(json);
			assertThat(this.codec.decode(json, 10)).isNotNull();
		}
	}

	@Test
	void answersRandomTokens() throws IOException {
		List<String> tokens = List.of("{", "}", "[", "]", ",", ":", "\"jsonrpc\":\"2.0\"", "\"method\":\"m\"",
				"\"params\":[1,{\"a\":2}]", "\"params\":{\"a\":[]}", "\"id\":1", "\"id\":null", "\"result\":[1]",
				"\"error\":{\"code\":1,\"message\":\"m\"}", "\"error\":", "null", "\"a\"", "1", "true", " ");
		int messages = 0;
		for (int round = 0; round < 50_000; round++) {
			StringBuilder json = new StringBuilder("{\"jsonrpc\":\"2.0\",");
			for (int i = this.random.nextInt(4) * 2; i >= 0; i--) {
				json.append((i % 2 == 0) ? tokens.get(this.random.nextInt(tokens.size())) : ",");
			}
			messages += use(this.codec.decode(json.append('}').toString().getBytes(StandardCharsets.UTF_8), 10));
		}
		assertThat(messages).isGreaterThan(1000);
	}

	@Test
	void answersMutatedMessages() throws IOException {
		byte[] json = ("[" + REQUEST + "," + RESPONSE + "]").getBytes(StandardCharsets.UTF_8);
		int messages = 0;
		for (int round = 0; round < 50_000; round++) {
			byte[] mutated = json.clone();
			for (int i = this.random.nextInt(3); i >= 0; i--) {
				mutated[this.random.nextInt(mutated.length)] = json[this.random.nextInt(json.length)];
			}
			messages += use(this.codec.decode(mutated, 10));
		}
		assertThat(messages).isGreaterThan(1000);
	}

	/**
	 * Decode what is undecoded and write all of it again.
	 * @return how many messages there were
	 */
	private int use(JsonRpcMessage message) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.codec.encode(message, out);
		assertThat(JsonText.isAccepted(out.toByteArray())).isTrue();
		if (message instanceof InvalidMessage) {
			return 0;
		}
		if (message instanceof JsonRpcRequest request) {
			assertThat(request.params().asList()).isNotNull();
			assertThat(request.params().asMap()).isNotNull();
		}
		if (message instanceof JsonRpcBatch batch) {
			int messages = 0;
			for (JsonRpcMessage entry : batch.messages()) {
				messages += use(entry);
			}
			return messages;
		}
		return 1;
	}

}
