package io.github.springjsonrpc.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.junit.jupiter.api.Test;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * How messages are written.
 */
abstract class WritingContract extends CodecContract {

	private static final JsonRpcId ID = JsonRpcId.of(1);

	private static final Type SHAPES = new ParameterizedTypeReference<List<TestTypes.Shape>>() {
	}.getType();

	WritingContract(TestMappers mappers) {
		super(mappers);
	}

	@Test
	void writesResult() {
		assertThat(encode(JsonRpcResponse.success(ID, 19))).isEqualTo("""
				{"jsonrpc":"2.0","result":19,"id":1}""");
		assertThat(encode(JsonRpcResponse.success(JsonRpcId.of("ü\n"), Map.of("a", List.of(true, "ö"))))).isEqualTo("""
				{"jsonrpc":"2.0","result":{"a":[true,"ö"]},"id":"ü\\u000a"}""");
		assertThat(encode(JsonRpcResponse.success(JsonRpcId.NULL, new BigDecimal("1.50")))).isEqualTo("""
				{"jsonrpc":"2.0","result":1.50,"id":null}""");
	}

	@Test
	void writesNullAsResult() {
		assertThat(encode(JsonRpcResponse.success(ID, null))).isEqualTo("""
				{"jsonrpc":"2.0","result":null,"id":1}""");
	}

	@Test
	void writesError() {
		assertThat(encode(JsonRpcResponse.failure(ID, new JsonRpcError(-5, "No \"ü\"", Map.of("a", 1))))).isEqualTo("""
				{"jsonrpc":"2.0","error":{"code":-5,"message":"No \\"ü\\"","data":{"a":1}},"id":1}""");
	}

	@Test
	void leavesOutDataThatIsNotThere() {
		assertThat(encode(JsonRpcResponse.failure(ID, JsonRpcErrorCode.METHOD_NOT_FOUND.error()))).isEqualTo("""
				{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":1}""");
	}

	@Test
	void writesInvalidMessageAsItsAnswer() {
		JsonRpcError error = JsonRpcErrorCode.INVALID_REQUEST.error();
		assertThat(encode(new InvalidMessage(JsonRpcId.of("x"), error, "secret"))).isEqualTo("""
				{"jsonrpc":"2.0","error":{"code":-32600,"message":"Invalid Request"},"id":"x"}""");
	}

	@Test
	void writesRequest() {
		assertThat(encode(JsonRpcRequest.request(ID, "a\"b", JsonRpcParams.none()))).isEqualTo("""
				{"jsonrpc":"2.0","method":"a\\"b","id":1}""");
		assertThat(encode(JsonRpcRequest.request(ID, "m", JsonRpcParams.positional(1, null, "x")))).isEqualTo("""
				{"jsonrpc":"2.0","method":"m","params":[1,null,"x"],"id":1}""");
		assertThat(encode(JsonRpcRequest.request(ID, "m", JsonRpcParams.positional()))).isEqualTo("""
				{"jsonrpc":"2.0","method":"m","params":[],"id":1}""");
		assertThat(encode(
				JsonRpcRequest.notification("m", JsonRpcParams.named(Map.of("a", new TestTypes.Address("z", 2))))))
			.isEqualTo("""
					{"jsonrpc":"2.0","method":"m","params":{"a":{"zip":"z","number":2}}}""");
	}

	@Test
	void writesBatch() {
		JsonRpcMessage message = new JsonRpcBatch(
				List.of(JsonRpcResponse.success(ID, 1), JsonRpcResponse.success(JsonRpcId.of("b"), "x")));
		assertThat(encode(message)).isEqualTo("""
				[{"jsonrpc":"2.0","result":1,"id":1},{"jsonrpc":"2.0","result":"x","id":"b"}]""");
		assertThat(encode(new JsonRpcBatch(List.of()))).isEqualTo("[]");
	}

	@Test
	void writesResultAsItsDeclaredType() {
		List<TestTypes.Shape> shapes = List.of(new TestTypes.Circle(1), new TestTypes.Square(2));
		assertThat(encode(JsonRpcResponse.success(ID, shapes, SHAPES))).isEqualTo("""
				{"jsonrpc":"2.0","result":[{"type":"circle","radius":1.0},{"type":"square","side":2.0}],"id":1}""");
		assertThat(encode(JsonRpcResponse.success(ID, shapes))).doesNotContain("type");
	}

	@Test
	void writesDeclaredTypeWithAnyElements() {
		Type page = new ParameterizedTypeReference<TestTypes.Page<TestTypes.Address>>() {
		}.getType();
		assertThat(encode(
				JsonRpcResponse.success(ID, new TestTypes.Page<>(List.of(new TestTypes.Address("z", 1)), "n"), page)))
			.isEqualTo("""
					{"jsonrpc":"2.0","result":{"items":[{"zip":"z","number":1}],"next":"n"},"id":1}""");
	}

	@Test
	void writesAllThatValuesOfADeclaredTypeHave() {
		TestTypes.Animal dog = new TestTypes.Dog(3);
		String json = "{\"age\":3,\"name\":\"Rex\"}";
		assertResult(dog, new ParameterizedTypeReference<TestTypes.Named<String>>() {
		}, json);
		assertResult(List.of(dog), new ParameterizedTypeReference<List<TestTypes.Animal>>() {
		}, "[" + json + "]");
		assertResult(List.of(dog), new ParameterizedTypeReference<List<TestTypes.Named<String>>>() {
		}, "[" + json + "]");
		assertResult(List.of(dog), new ParameterizedTypeReference<List<? extends TestTypes.Animal>>() {
		}, "[" + json + "]");
		assertResult(List.of(dog), new ParameterizedTypeReference<Iterable<TestTypes.Animal>>() {
		}, "[" + json + "]");
		assertResult(Map.of("a", dog), new ParameterizedTypeReference<Map<String, TestTypes.Animal>>() {
		}, "{\"a\":" + json + "}");
		assertResult(Optional.of(dog), new ParameterizedTypeReference<Optional<TestTypes.Animal>>() {
		}, json);
		assertResult(new TestTypes.Page<>(List.of(dog), "n"),
				new ParameterizedTypeReference<TestTypes.Page<TestTypes.Animal>>() {
				}, "{\"items\":[" + json + "],\"next\":\"n\"}");
		assertResult("x", new ParameterizedTypeReference<Comparable<String>>() {
		}, "\"x\"");
		assertResult(List.of("x", 1), new ParameterizedTypeReference<List<Comparable<?>>>() {
		}, "[\"x\",1]");
		assertResult(TimeUnit.DAYS, new ParameterizedTypeReference<Enum<TimeUnit>>() {
		}, "\"DAYS\"");
	}

	@Test
	void writesTypesOfWhatIsWithinADeclaredType() {
		String circle = "{\"type\":\"circle\",\"radius\":1.0}";
		List<TestTypes.Shape> shapes = List.of(new TestTypes.Circle(1));
		assertResult(shapes, new ParameterizedTypeReference<Iterable<TestTypes.Shape>>() {
		}, "[" + circle + "]");
		assertResult(Map.of("a", shapes), new ParameterizedTypeReference<Map<String, List<TestTypes.Shape>>>() {
		}, "{\"a\":[" + circle + "]}");
		assertResult(new TestTypes.Page<>(shapes, "n"),
				new ParameterizedTypeReference<TestTypes.Page<TestTypes.Shape>>() {
				}, "{\"items\":[" + circle + "],\"next\":\"n\"}");
	}

	@Test
	void writesResultThatIsNotOfItsDeclaredType() {
		assertResult("x", new ParameterizedTypeReference<List<TestTypes.Shape>>() {
		}, "\"x\"");
	}

	private void assertResult(Object result, ParameterizedTypeReference<?> type, String json) {
		assertThat(encode(JsonRpcResponse.success(ID, result, type.getType()))).as("%s", type.getType())
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":" + json + ",\"id\":1}");
	}

	@Test
	void writesPolymorphicMember() {
		assertThat(encode(JsonRpcResponse.success(ID, new TestTypes.Drawing("d", new TestTypes.Square(1)))))
			.isEqualTo("""
					{"jsonrpc":"2.0","result":{"title":"d","shape":{"type":"square","side":1.0}},"id":1}""");
	}

	@Test
	void passesJsonThroughAsItCame() {
		JsonValue json = json(
				"{ \"b\" : 1.0,\"a\":[ 1e2 ,\"\\u00fc😀\\ud800\"],\"a\":123456789012345678901234567890 }");
		assertThat(encode(JsonRpcResponse.success(ID, json)))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":" + json + ",\"id\":1}");
		assertThat(encode(JsonRpcResponse.success(ID, json, SHAPES))).contains(json.toString());
		assertThat(encode(JsonRpcResponse.success(ID, List.of(Map.of("x", json)))))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":[{\"x\":" + json + "}],\"id\":1}");
		assertThat(encode(JsonRpcResponse.success(ID, new TestTypes.Page<>(List.of(json), json))))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":{\"items\":[" + json + "],\"next\":" + json + "},\"id\":1}");
		assertThat(encode(JsonRpcResponse.failure(ID, new JsonRpcError(1, "m", json)))).contains("\"data\":" + json);
	}

	@Test
	void passesParamsThroughAsTheyCame() {
		String request = "{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[ 1.0 ,{\"a\":1,\"a\":2}],\"id\":1}";
		JsonRpcParams params = decodeRequest(request).params();
		assertThat(encode(decode(request))).isEqualTo(request);
		assertThat(encode(JsonRpcResponse.success(ID, params))).contains("\"result\":[ 1.0 ,{\"a\":1,\"a\":2}],");
		assertThat(encode(JsonRpcResponse.success(ID, new TestTypes.Holder(params))))
			.contains("{\"value\":[ 1.0 ,{\"a\":1,\"a\":2}]}");
	}

	@Test
	void writesParamsMadeFromValues() {
		JsonRpcParams named = JsonRpcParams.named(Map.of("a", Arrays.asList(1, null)));
		assertThat(encode(JsonRpcResponse.success(ID, named))).contains("\"result\":{\"a\":[1,null]}");
		assertThat(encode(JsonRpcResponse.success(ID, List.of(named, JsonRpcParams.positional("x")))))
			.contains("\"result\":[{\"a\":[1,null]},[\"x\"]]");
		assertThat(encode(JsonRpcResponse.success(ID, JsonRpcParams.none()))).contains("\"result\":null");
		assertThat(encode(JsonRpcResponse.success(ID, List.of(JsonRpcParams.none())))).contains("\"result\":[null]");
	}

	@Test
	void writesEnvelopeWithoutTheMapper() {
		JsonRpcCodec eccentric = new JsonRpcCodec(this.mappers.withEccentricStyle());
		assertThat(encode(eccentric, JsonRpcRequest.request(JsonRpcId.of("x"), "m", JsonRpcParams.none())))
			.isEqualTo("""
					{"jsonrpc":"2.0","method":"m","id":"x"}""");
		assertThat(encode(eccentric, JsonRpcResponse.failure(ID, new JsonRpcError(1, "message", null)))).isEqualTo("""
				{"jsonrpc":"2.0","error":{"code":1,"message":"message"},"id":1}""");
		assertThat(encode(eccentric, JsonRpcResponse.success(ID, "value"))).contains("VALUE");
	}

	@Test
	void writesAnyTextInTheEnvelope() {
		String text = "\0\u001f\\\"\ud800x\udc00😀\u2028";
		String token = "\"\\u0000\\u001f\\\\\\\"\\ud800x\\udc00😀\u2028\"";
		assertThat(encode(JsonRpcResponse.failure(ID, new JsonRpcError(1, text, null))))
			.contains("\"message\":" + token);
		assertThat(encode(JsonRpcRequest.request(JsonRpcId.of(text), text, JsonRpcParams.none())))
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"method\":" + token + ",\"id\":" + token + "}");
	}

	@Test
	void turnsValueIntoJson() {
		assertThat(this.codec.toJson(new TestTypes.Address("z", 1))).hasToString("{\"zip\":\"z\",\"number\":1}");
		JsonValue json = json("[1 ]");
		assertThat(this.codec.toJson(json)).isSameAs(json);
		assertThat(this.codec.toJson(JsonRpcParams.positional(1))).hasToString("[1]");
		assertThatExceptionOfType(JsonEncodingException.class)
			.isThrownBy(() -> this.codec.toJson(new TestTypes.Broken(new IOException("file"))));
	}

	@Test
	void refusesValueThatIsNotJson() {
		for (Object value : List.of(new TestTypes.Broken(new IllegalStateException("x")), new TestTypes.Endless())) {
			assertThatExceptionOfType(JsonEncodingException.class)
				.isThrownBy(() -> this.codec.encode(JsonRpcResponse.success(ID, value), new ByteArrayOutputStream()));
		}
	}

	@Test
	void leavesStreamOpen() throws IOException {
		OutputStream out = new ByteArrayOutputStream() {

			@Override
			public void flush() {
				throw new IllegalStateException("flush");
			}

			@Override
			public void close() {
				throw new IllegalStateException("close");
			}

		};
		this.codec.encode(JsonRpcResponse.success(ID, List.of(1)), out);
		this.codec.encode(JsonRpcResponse.success(ID, List.of(new TestTypes.Circle(1)), SHAPES), out);
		assertThat(out).asString().endsWith("\"id\":1}");
	}

	@Test
	void tellsThatTheStreamIsBroken() {
		OutputStream broken = new OutputStream() {

			@Override
			public void write(int b) throws IOException {
				throw new IOException("broken pipe");
			}

		};
		assertThatIOException().isThrownBy(() -> this.codec.values().write(List.of(1), null, broken))
			.withMessage("broken pipe");
		assertThatIOException().isThrownBy(() -> this.codec.encode(JsonRpcResponse.success(ID, 1), broken))
			.withMessage("broken pipe");
	}

	private JsonValue json(String json) {
		return decodeRequest("{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"params\":[" + json + "]}").params()
			.encoded()
			.elements()
			.get(0);
	}

}
