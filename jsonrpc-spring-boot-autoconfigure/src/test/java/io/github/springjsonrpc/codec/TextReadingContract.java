package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is taken for JSON, and what for a message.
 */
abstract class TextReadingContract extends CodecContract {

	private static final String REQUEST = "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}";

	TextReadingContract(TestMappers mappers) {
		super(mappers);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1.5", "\"a\"", "null", "true", "false" })
	void rejectsScalarText(String json) {
		assertThat(encode(decode(json)))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"},\"id\":null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\r\n", "{", "}", "[", "]", "{]", "x", "nul", "NaN", "-", "'a'" })
	void rejectsTextThatIsNotJson(String json) {
		assertParseError(utf8(json));
		assertThat(encode(decode(json)))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NaN", "Infinity", "-Infinity", "01", "+1", ".5", "1.", "0x1", "'a'", "\"\t\"", "[1,]",
			"{\"a\":1,}", "{a:1}", "/* */1", "1//\n", "\"\\x\"", "\"\\ud8\"", "undefined", "True", "" })
	void rejectsTextThatIsNotJsonWhereNobodyLooks(String value) {
		assertParseError(utf8("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"ignored\":" + value + "}"));
		assertParseError(utf8("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"params\":[" + value + ",1]}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "1", "{}", ",", "]", "}", "\0", "/**/", "\u00a0", "null" })
	void rejectsTrailingContent(String trailing) {
		assertParseError(utf8(REQUEST + trailing));
		assertParseError(utf8(REQUEST + " " + trailing));
		assertParseError(utf8("[" + REQUEST + "]" + trailing));
		assertParseError(utf8("[]" + trailing));
		assertParseError(utf8("1 " + trailing));
	}

	@Test
	void ignoresByteOrderMark() {
		assertThat(decode("\uFEFF" + REQUEST)).isInstanceOf(JsonRpcRequest.class);
		assertThat(decodeInvalid("\uFEFF[]").error()).isEqualTo(JsonRpcErrorCode.INVALID_REQUEST.error());
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uFEFF", "\uFEFF\uFEFF" + REQUEST, " \uFEFF" + REQUEST, REQUEST + "\uFEFF",
			"{\uFEFF\"jsonrpc\":\"2.0\"}" })
	void rejectsByteOrderMarkThatIsNotOne(String json) {
		assertParseError(utf8(json));
	}

	@Test
	void rejectsPartOfByteOrderMark() {
		assertParseError(new byte[] { (byte) 0xEF });
		assertParseError(new byte[] { (byte) 0xEF, (byte) 0xBB });
		assertParseError(new byte[] { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF });
		assertParseError(new byte[] { (byte) 0xEF, (byte) 0xBB, '1' });
	}

	@Test
	void rejectsOtherEncodings() {
		assertParseError(REQUEST.getBytes(StandardCharsets.UTF_16));
		assertParseError(REQUEST.getBytes(StandardCharsets.UTF_16BE));
		assertParseError(REQUEST.getBytes(StandardCharsets.UTF_16LE));
		assertParseError("[\"ü\"]".getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void rejectsInvalidUtf8WhereNobodyLooks() {
		byte[] json = utf8("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"ignored\":\"?\"}");
		for (int invalid : new int[] { 0x80, 0xBF, 0xC0, 0xC3, 0xE4, 0xF5, 0xFF }) {
			byte[] broken = json.clone();
			broken[json.length - 3] = (byte) invalid;
			assertParseError(broken);
		}
	}

	@Test
	void saysWhereTheTextIsBroken() {
		assertThat(decodeInvalid("{\"jsonrpc\":2.x}").reason()).isEqualTo("expected a value at byte 13");
		assertThat(decodeInvalid("{\"jsonrpc\"").reason()).isEqualTo("expected ':' at byte 10");
		assertThat(decodeInvalid("[tru, 1]").reason()).isEqualTo("expected a value at byte 4");
		assertThat(decodeInvalid("[\"\\x\"]").reason()).isEqualTo("expected an escape at byte 3");
		assertThat(decodeInvalid("[\"\t\"]").reason()).isEqualTo("expected no control character in a string at byte 2");
		assertThat(decodeInvalid("[\"\\u00x0\"]").reason()).isEqualTo("expected four hexadecimal digits at byte 6");
		for (String text : List.of("[\"a\u00fc\"]", "[\"\u00e4\"]")) {
			byte[] latin1 = text.getBytes(StandardCharsets.ISO_8859_1);
			assertThat(invalid(this.codec.decode(latin1, 1)).reason()).isEqualTo("expected UTF-8 at byte 3");
		}
		assertThat(decodeInvalid("{\"json").reason()).isEqualTo("unexpected end of the text");
	}

}
