package io.github.springjsonrpc.codec;

import java.util.Map;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of the application's mapper hold for the whole text.
 */
abstract class LimitContract extends CodecContract {

	private final JsonRpcCodec limited;

	LimitContract(TestMappers mappers) {
		super(mappers);
		this.limited = new JsonRpcCodec(mappers.withLimits(new JsonReadLimits(5, 6, 20, 10)));
	}

	@Test
	void takesLimitsFromTheMapper() {
		assertThat(this.limited.values().limits()).isEqualTo(new JsonReadLimits(5, 6, 20, 10));
		assertThat(this.codec.values().limits().maxNumberLength()).isEqualTo(1000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[[[[1]]]]", "{\"a\":[{\"b\":[]}]}", "123456", "-123456", "-123.45e-6",
			"\"12345678901234567890\"", "\"\\u0061\\u0061\\u0061\\u0061\\u0061\\u0061\\n\"", "\"😀😀😀😀😀😀😀😀😀😀\"",
			"{\"1234567890\":1}", "{\"\\u0061\\u0061\\u0061\\u0061\":1}", "{\"üüüüüüüüüü\":1}" })
	void acceptsWhatIsWithinTheLimits(String value) {
		assertThat(decodeLimited("\"params\":[1],\"ignored\":" + value)).isInstanceOf(JsonRpcRequest.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[[[[[1]]]]]", "[[[[[]]]]]", "{\"a\":[{\"b\":[{}]}]}" })
	void rejectsDepthBeyondTheLimitWhereverItIs(String value) {
		assertRejected(value, "nesting deeper than 5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1234567", "-1234567", "1.234567", "1.5e1234567", "0.0000000000", "1e10000000000" })
	void rejectsNumberBeyondTheLimitWhereverItIs(String value) {
		assertRejected(value, "a number of more than 6 digits");
		assertRejected("[[" + value + "]]", "a number of more than 6 digits");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"123456789012345678901\"", "\"üüüüüüüüüüüüüüüüüüüüü\"", "\"😀😀😀😀😀😀😀😀😀😀x\"",
			"\"\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\u0061\"" })
	void rejectsStringBeyondTheLimitWhereverItIs(String value) {
		assertRejected(value, "a string of more than 20 characters");
		assertRejected("{\"a\":" + value + "}", "a string of more than 20 characters");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"12345678901\":1}", "{\"1234567890\\n\":1}", "{\"a\":1,\"üüüüüüüüüüü\":1}" })
	void rejectsNameBeyondTheLimitWhereverItIs(String value) {
		assertRejected(value, "a name of more than 10 characters");
		assertRejected("[" + value + "]", "a name of more than 10 characters");
	}

	@Test
	void rejectsIdAndMethodBeyondTheLimit() {
		assertReason(this.limited.decode(utf8("{\"id\":1234567}"), 1), "a number of more than 6 digits");
		assertReason(this.limited.decode(utf8("{\"method\":\"" + "m".repeat(21) + "\"}"), 1),
				"a string of more than 20 characters");
	}

	@Test
	void countsTheEnvelopesOwnNames() {
		JsonRpcCodec strict = new JsonRpcCodec(this.mappers.withLimits(new JsonReadLimits(5, 6, 20, 5)));
		assertReason(strict.decode(utf8("{\"method\":\"m\"}"), 1), "a name of more than 5 characters");
	}

	@Test
	void rejectsWholeBatchForAnEntryBeyondTheLimit() {
		assertReason(this.limited.decode(utf8("[{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1},[[[[[]]]]]]"), 10),
				"nesting deeper than 5");
	}

	@Test
	void countsTheEnvelopeIntoTheDepth() {
		assertThat(this.limited.decode(utf8("[1,[[[[]]]]]"), 10)).isNotInstanceOf(InvalidMessage.class);
		assertReason(this.limited.decode(utf8("[1,[[[[[]]]]]]"), 10), "nesting deeper than 5");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"a\":", "[{\"a\":", "{\"jsonrpc\":\"2.0\",\"params\":[" })
	void answersHoweverDeepTheNesting(String opening) {
		String reason = "nesting deeper than " + this.codec.values().limits().maxDepth();
		assertReason(decode(opening.repeat(100_000)), reason);
		assertReason(decode("{\"jsonrpc\":\"2.0\",\"params\":" + opening.repeat(100_000)), reason);
	}

	@Test
	void walksOverAnyDepthThatIsAllowed() {
		JsonRpcCodec deep = new JsonRpcCodec(this.mappers.withLimits(new JsonReadLimits(200_000, 10, 10, 10)));
		String value = "[".repeat(99_999) + "{}" + "]".repeat(99_999);
		byte[] json = utf8("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":" + value + "}");
		JsonRpcRequest request = (JsonRpcRequest) deep.decode(json, 1);
		assertThat(request.params()).hasToString(value);
		json[json.length - 3] = '}';
		assertThat(((InvalidMessage) deep.decode(json, 1)).error()).isEqualTo(JsonRpcErrorCode.PARSE_ERROR.error());
	}

	private void assertRejected(String value, String reason) {
		assertReason(decodeLimited("\"params\":[1],\"ignored\":" + value), reason);
		assertReason(decodeLimited("\"params\":[" + value + "]"), reason);
		assertReason(decodeLimited("\"params\":{\"a\":" + value + "}"), reason);
	}

	private JsonRpcMessage decodeLimited(String members) {
		return this.limited.decode(utf8("{\"jsonrpc\":\"2.0\",\"method\":\"m\"," + members + ",\"id\":1}"), 10);
	}

	private static void assertReason(JsonRpcMessage message, String reason) {
		assertThat(invalid(message).reason()).isEqualTo(reason);
		assertThat(invalid(message).error())
			.isEqualTo(JsonRpcErrorCode.PARSE_ERROR.error().withData(Map.of("reason", reason)));
		assertThat(invalid(message).id()).isEqualTo(JsonRpcId.NULL);
	}

}
