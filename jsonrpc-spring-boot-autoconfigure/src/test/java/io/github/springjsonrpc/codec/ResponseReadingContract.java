package io.github.springjsonrpc.codec;

import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * How responses are read.
 */
abstract class ResponseReadingContract extends CodecContract {

	ResponseReadingContract(TestMappers mappers) {
		super(mappers);
	}

	@Test
	void readsResultUndecoded() {
		JsonRpcResponse response = decodeResponse("""
				{"jsonrpc":"2.0","result": {"username": "ann", "x": 1.0 },"id":"a"}""");
		assertThat(response.isError()).isFalse();
		assertThat(response.id()).isEqualTo(JsonRpcId.of("a"));
		assertThat(response.result()).isInstanceOf(JsonValue.class).hasToString("""
				{"username": "ann", "x": 1.0 }""");
		JsonValue result = (JsonValue) response.result();
		assertThat(result.decode(TestTypes.User.class).username()).isEqualTo("ann");
		assertThat(result.members()).containsOnlyKeys("username", "x");
		assertThat(result.elements()).isEmpty();
	}

	@Test
	void readsNullAsResult() {
		JsonRpcResponse response = decodeResponse("{\"jsonrpc\":\"2.0\",\"result\":null,\"id\":1}");
		assertThat(response.isError()).isFalse();
		assertThat(response.result()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "0", "\"\"", "[]", "{}" })
	void readsEmptyValuesAsResult(String result) {
		JsonRpcResponse response = decodeResponse("{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":1}");
		assertThat(response.result()).hasToString(result);
	}

	@Test
	void readsErrorWithItsDataUndecoded() {
		JsonRpcResponse response = decodeResponse(
				"""
						{"jsonrpc":"2.0","error":{"data":[{"a":1}],"message":"Kein \\u00dc","extra":{"code":1},"code":-5},"id":1}""");
		JsonRpcError error = response.error();
		assertThat(response.isError()).isTrue();
		assertThat(response.result()).isNull();
		assertThat(error.code()).isEqualTo(-5);
		assertThat(error.message()).isEqualTo("Kein Ü");
		assertThat(error.data()).isInstanceOf(JsonValue.class);
		assertThat(((JsonValue) error.data()).decode(Object.class)).isEqualTo(List.of(Map.of("a", 1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"data\":null" })
	void readsErrorWithoutData(String data) {
		JsonRpcResponse response = decodeResponse(
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"" + data
						+ "},\"id\":null}");
		assertThat(response.error()).isEqualTo(JsonRpcErrorCode.METHOD_NOT_FOUND.error());
		assertThat(response.id()).isSameAs(JsonRpcId.NULL);
	}

	@Test
	void ignoresTheOtherMemberIfItIsNull() {
		assertThat(decodeResponse("{\"jsonrpc\":\"2.0\",\"result\":1,\"error\":null,\"id\":1}").result())
			.hasToString("1");
		assertThat(decodeResponse("{\"jsonrpc\":\"2.0\",\"result\":null,\"error\":null,\"id\":1}").isError()).isFalse();
		assertThat(decodeResponse(
				"{\"jsonrpc\":\"2.0\",\"result\":null,\"error\":{\"code\":1,\"message\":\"m\"},\"id\":1}")
			.isError()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"result":1,"id":1}                                                      | the member "jsonrpc" is not "2.0"
					{"jsonrpc":"2.0","result":1,"error":{"code":1,"message":"m"},"id":1}     | the member "result" stands next to an error
					{"jsonrpc":"2.0","error":null,"id":1}                                    | the member "result" is missing
					{"jsonrpc":"2.0","result":1,"result":1,"id":1}                           | the member "result" stands twice
					{"jsonrpc":"2.0","result":1,"resul\\u0074":1,"id":1}                     | the member "result" stands twice
					{"jsonrpc":"2.0","error":{"code":1},"id":1}                              | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":{"message":"m"},"id":1}                         | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":{"code":"1","message":"m"},"id":1}              | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":{"code":1.0,"message":"m"},"id":1}              | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":{"code":null,"message":"m"},"id":1}             | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":{"code":2147483648,"message":"m"},"id":1}       | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":{"code":1,"message":null},"id":1}               | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":{"code":1,"message":["m"]},"id":1}              | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":"m","id":1}                                     | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":[1,"m"],"id":1}                                 | the member "error" is not an object with a code and a message
					{"jsonrpc":"2.0","error":true,"id":1}                                    | the member "error" is not an object with a code and a message
					""")
	void rejectsResponseThatBreaksTheRulesAndKeepsItsId(String json, String reason) {
		InvalidMessage message = decodeInvalid(json);
		assertThat(message.reason()).isEqualTo(reason);
		assertThat(message.id()).isEqualTo(JsonRpcId.of(1));
		assertThat(message.response()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"jsonrpc":"2.0","result":1}                  | the member "id" is missing
			{"jsonrpc":"2.0","result":1,"id":true}        | the member "id" is not a string, number or null
			{"jsonrpc":"2.0","result":1,"id":1,"id":1}    | the member "id" stands twice
			""")
	void rejectsResponseWithoutUsableId(String json, String reason) {
		InvalidMessage message = decodeInvalid(json);
		assertThat(message.reason()).isEqualTo(reason);
		assertThat(message.id()).isEqualTo(JsonRpcId.NULL);
		assertThat(message.response()).isTrue();
	}

	@Test
	void givesPartsOfResultUndecoded() {
		JsonValue result = (JsonValue) decodeResponse("""
				{"jsonrpc":"2.0","result":[1.0 ,{"a":[ ] , "b\\u0063":"d","a":2},"x"],"id":1}""").result();
		assertThat(result.elements()).extracting(Object::toString)
			.containsExactly("1.0", "{\"a\":[ ] , \"b\\u0063\":\"d\",\"a\":2}", "\"x\"");
		assertThat(result.members()).isEmpty();
		JsonValue object = result.elements().get(1);
		assertThat(object.members().entrySet()).extracting(Map.Entry::getKey, (member) -> member.getValue().toString())
			.containsExactly(tuple("a", "2"), tuple("bc", "\"d\""));
		assertThat(result.elements().get(2).elements()).isEmpty();
		assertThat(result.elements().get(2).members()).isEmpty();
	}

	@Test
	void writesResponseThatItHasRead() {
		String json = """
				{"jsonrpc":"2.0","error":{"code":-5,"message":"m","data":{ "a":1.0}},"id":1e0}""";
		assertThat(encode(decode(json))).isEqualTo(json);
	}

	private JsonRpcResponse decodeResponse(String json) {
		JsonRpcMessage message = decode(json);
		assertThat(message).isInstanceOf(JsonRpcResponse.class);
		return (JsonRpcResponse) message;
	}

}
