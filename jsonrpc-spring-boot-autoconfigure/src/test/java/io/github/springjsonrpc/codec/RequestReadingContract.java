package io.github.springjsonrpc.codec;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonStrings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How single requests and notifications are read.
 */
abstract class RequestReadingContract extends CodecContract {

	RequestReadingContract(TestMappers mappers) {
		super(mappers);
	}

	@Test
	void readsRequestWithParamsByPosition() {
		JsonRpcRequest request = decodeRequest("""
				{"jsonrpc": "2.0", "method": "subtract", "params": [42, "x", null, {"a": [1.5]}], "id": 1}""");
		assertThat(request.method()).isEqualTo("subtract");
		assertThat(request.id()).isEqualTo(JsonRpcId.of(1));
		assertThat(request.isNotification()).isFalse();
		assertThat(request.params().kind()).isEqualTo(JsonRpcParams.Kind.POSITIONAL);
		assertThat(request.params().asList()).containsExactly(42, "x", null, Map.of("a", List.of(1.5)));
		assertThat(request.params().asMap()).isEmpty();
	}

	@Test
	void readsRequestWithParamsByName() {
		JsonRpcRequest request = decodeRequest(
				"""
						{"jsonrpc": "2.0", "method": "subtract", "params": {"b": 23, "a": null, "\\u0063": true}, "id": "x"}""");
		assertThat(request.params().kind()).isEqualTo(JsonRpcParams.Kind.NAMED);
		assertThat(request.params().asMap()).containsExactly(Map.entry("b", 23), entryOfNull("a"),
				Map.entry("c", true));
		assertThat(request.params().asList()).isEmpty();
	}

	private static Map.Entry<String, Object> entryOfNull(String name) {
		return new AbstractMap.SimpleEntry<>(name, null);
	}

	@Test
	void keepsParamsAsTheyCame() {
		JsonRpcRequest request = decodeRequest("""
				{"jsonrpc":"2.0","method":"m","params" : [ 1.0, {"a":1,"a":2} ,"\\u0041"] ,"id":1}""");
		assertThat(request.params()).hasToString("""
				[ 1.0, {"a":1,"a":2} ,"\\u0041"]""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"params\":null" })
	void takesParamsThatAreAbsentOrNullForNone(String params) {
		JsonRpcRequest request = decodeRequest("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1" + params + "}");
		assertThat(request.params()).isSameAs(JsonRpcParams.none());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "1.5", "\"a\"", "true", "false" })
	void rejectsParamsThatAreNoStructure(String params) {
		assertInvalid("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":" + params + ",\"id\":1}", JsonRpcId.of(1),
				"the member \"params\" is not an array or object");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "1", "-1", "1.0", "1e3", "1E+3", "-1.50e-300", "123456789012345678901234567890",
			"\"\"", "\"a\"", "\"1\"", "\"null\"", "\"\\u0041\"", "\"\\/\\b\\\"\\\\\"", "\"\\ud83d\\ude00\"",
			"\"\\ud800\"", "\"ü\"", "\"漢字\"", "\"😀\"", "null" })
	void keepsIdAsItWasWritten(String id) {
		JsonRpcRequest request = decodeRequest("{\"jsonrpc\":\"2.0\",\"id\" : " + id + " ,\"method\":\"m\"}");
		assertThat(request.id()).isNotNull().hasToString(id);
		assertThat(encode(JsonRpcResponse.success(request.id(), null)))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":null,\"id\":" + id + "}");
		InvalidMessage invalid = decodeInvalid("{\"jsonrpc\":\"1.0\",\"id\" : " + id + " ,\"method\":\"m\"}");
		assertThat(encode(invalid)).endsWith(",\"id\":" + id + "}");
	}

	@Test
	void tellsIdNullFromNoId() {
		assertThat(decodeRequest("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":null}").id()).isSameAs(JsonRpcId.NULL);
		assertThat(decodeRequest("{\"jsonrpc\":\"2.0\",\"method\":\"m\"}").isNotification()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "false", "{}", "[]", "[1]", "{\"a\":1}" })
	void rejectsIdOfAnotherType(String id) {
		assertInvalid("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":" + id + "}", JsonRpcId.NULL,
				"the member \"id\" is not a string, number or null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"jsonrpc\":null,", "\"jsonrpc\":2.0,", "\"jsonrpc\":\"1.0\",", "\"jsonrpc\":\"2\",",
			"\"jsonrpc\":\"2.0 \",", "\"jsonrpc\":[\"2.0\"],", "\"JSONRPC\":\"2.0\",", "\"jsonrpc\":\"2x0\"," })
	void rejectsAnyVersionButTheSecond(String version) {
		assertInvalid("{" + version + "\"method\":\"m\",\"id\":\"a\"}", JsonRpcId.of("a"),
				"the member \"jsonrpc\" is not \"2.0\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"method\":null,", "\"method\":1,", "\"method\":true,", "\"method\":{},",
			"\"method\":[\"m\"],", "\"Method\":\"m\"," })
	void rejectsMethodThatIsNoString(String method) {
		assertInvalid("{" + method + "\"jsonrpc\":\"2.0\",\"id\":7}", JsonRpcId.of(7),
				"the member \"method\" is not a string");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "m", "user.find", "a b", "ü", "\\u0000", "rpc.x", "\\n\\t\\\"" })
	void takesAnyStringForMethod(String method) {
		JsonRpcRequest request = decodeRequest("{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}");
		assertThat(request.method()).isEqualTo(JsonStrings.unquote('"' + method + '"'));
	}

	@Test
	void readsEscapedNamesAndValues() {
		JsonRpcRequest request = decodeRequest(
				"""
						{"\\u006asonrpc":"2\\u002e0","m\\u0065thod":"\\u006d\\ud83d\\ude00","\\u0069\\u0064":3,"par\\u0061ms":[1]}""");
		assertThat(request.method()).isEqualTo("m😀");
		assertThat(request.id()).isEqualTo(JsonRpcId.of(3));
		assertThat(request.params().asList()).containsExactly(1);
	}

	@Test
	void takesMembersInAnyOrderWithAnyWhiteSpace() {
		JsonRpcRequest request = decodeRequest(
				"\r\n\t { \"id\"\t:\n1\r,\"params\" :[ ] , \"method\": \"m\",\"jsonrpc\" :\"2.0\" }\r\n\t ");
		assertThat(request).hasToString("request 1 m");
		assertThat(request.params().kind()).isEqualTo(JsonRpcParams.Kind.POSITIONAL);
	}

	@Test
	void ignoresUnknownMembersOfRequest() {
		JsonRpcRequest request = decodeRequest(
				"""
						{"x":{"id":9,"method":[{}]},"jsonrpc":"2.0","x":1,"i\\u0064x":2,"method":"m","result":1,"error":2,"id":1}""");
		assertThat(request).hasToString("request 1 m");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"jsonrpc\":\"2.0\"", "\"method\":\"m\"", "\"params\":[1]", "\"params\":null",
			"\"m\\u0065thod\":\"m\"", "\"jsonrp\\u0063\":\"2.0\"", "\"\\u0070arams\":{}" })
	void rejectsMemberThatStandsTwice(String member) {
		InvalidMessage message = decodeInvalid(
				"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[1]," + member + ",\"id\":1}");
		assertThat(message.error()).isEqualTo(JsonRpcErrorCode.INVALID_REQUEST.error());
		assertThat(message.id()).isEqualTo(JsonRpcId.of(1));
		assertThat(message.reason()).endsWith("stands twice");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"id\":1,\"id\":1", "\"id\":1,\"id\":2", "\"id\":1,\"\\u0069d\":1",
			"\"id\":true,\"id\":1", "\"id\":1,\"id\":1,\"id\":1" })
	void answersWithNullWhenTheIdStandsTwice(String ids) {
		assertInvalid("{\"jsonrpc\":\"2.0\"," + ids + ",\"method\":\"m\"}", JsonRpcId.NULL,
				"the member \"id\" stands twice");
	}

	@Test
	void doesNotTakeInvalidMessageForResponse() {
		assertThat(decodeInvalid("{\"id\":1}").response()).isFalse();
		assertThat(decodeInvalid("{\"id\":1,\"method\":2,\"result\":3}").response()).isFalse();
	}

	private void assertInvalid(String json, JsonRpcId id, String reason) {
		InvalidMessage message = decodeInvalid(json);
		assertThat(message.error()).isEqualTo(JsonRpcErrorCode.INVALID_REQUEST.error());
		assertThat(message.id()).isEqualTo(id);
		assertThat(message.reason()).isEqualTo(reason);
		assertThat(encode(message)).isEqualTo(
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"Invalid Request\"},\"id\":" + id + "}");
	}

}
