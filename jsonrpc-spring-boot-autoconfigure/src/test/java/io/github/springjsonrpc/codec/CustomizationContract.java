package io.github.springjsonrpc.codec;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.springjsonrpc.codec.TestTypes.Money;
import io.github.springjsonrpc.codec.TestTypes.Names;
import io.github.springjsonrpc.codec.TestTypes.Price;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The application's own mapper decides how values look.
 */
abstract class CustomizationContract extends CodecContract {

	CustomizationContract(TestMappers mappers) {
		super(mappers);
	}

	@Test
	void honoursNamingStrategy() {
		JsonValueMapper mapper = this.mappers.withSnakeCase();
		Names names = new Names("Ann", "Lee");
		assertThat(write(mapper, names)).isEqualTo("{\"first_name\":\"Ann\",\"last_name\":\"Lee\"}");
		assertThat(read(mapper, Names.class, "{\"first_name\":\"Ann\",\"last_name\":\"Lee\"}")).isEqualTo(names);
		assertThatExceptionOfType(JsonDecodingException.class)
			.isThrownBy(() -> read(mapper, Names.class, "{\"first_name\":1}"))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo("first_name"));
	}

	@Test
	void renamesNothingInViolations() {
		JsonValueMapper mapper = this.mappers.withSnakeCase();
		InvalidParamsException exception = InvalidParamsException.of("firstName", "must be a string");
		assertThat(write(mapper, exception.error().data())).contains("violations", "\"path\":\"firstName\"");
	}

	@Test
	void honoursMixIn() {
		JsonValueMapper mapper = this.mappers.withMixIn(Names.class, NamesMixIn.class);
		assertThat(write(mapper, new Names("Ann", "Lee"))).isEqualTo("{\"given\":\"Ann\"}");
		assertThat(read(mapper, Names.class, "{\"given\":\"Ann\"}")).isEqualTo(new Names("Ann", null));
	}

	@Test
	void honoursModule() {
		JsonValueMapper mapper = this.mappers.withMoney();
		Price price = new Price("tea", new Money(5, "EUR"));
		assertThat(write(mapper, price)).isEqualTo("{\"article\":\"tea\",\"money\":\"5 EUR\"}");
		assertThat(read(mapper, Price.class, "{\"article\":\"tea\",\"money\":\"5 EUR\"}")).isEqualTo(price);
		assertThat(write(mapper, new Money(1, "USD"))).isEqualTo("\"1 USD\"");
		assertThat(read(mapper, Money.class, "\"1 USD\"")).isEqualTo(new Money(1, "USD"));
	}

	@Test
	void honoursDeserializerOfScalars() {
		JsonValueMapper mapper = this.mappers.withEccentricStyle();
		assertThat(read(mapper, String.class, "\"a\"")).isEqualTo("A");
		assertThat(read(mapper, Names.class, "{\"firstName\":\"a\"}")).isEqualTo(new Names("A", null));
	}

	@Test
	void aScalarThatCanNotBeHandledSpoilsNoOther() {
		JsonValueMapper mapper = this.mappers.withUnloadableIntegers();
		assertThat(write(mapper, "a")).isEqualTo("\"a\"");
		assertThat(write(mapper, Map.of("a", "b"))).isEqualTo("{\"a\":\"b\"}");
		assertThat(read(mapper, String.class, "\"a\"")).isEqualTo("a");
		assertThat(read(mapper, boolean.class, "true")).isEqualTo(true);
	}

	@Test
	void refusesValueThatCustomDeserializerRefuses() {
		JsonValueMapper mapper = this.mappers.withMoney();
		for (String money : List.of("\"x EUR\"", "\"5\"")) {
			assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> read(mapper, Money.class, money))
				.withMessage("is not valid")
				.satisfies((ex) -> assertThat(ex.path()).isEmpty());
			assertThatExceptionOfType(JsonDecodingException.class)
				.isThrownBy(() -> read(mapper, Price.class, "{\"money\":" + money + "}"))
				.withMessage("is not valid")
				.satisfies((ex) -> assertThat(ex.path()).isEqualTo("money"));
		}
	}

	@Test
	void honoursThatUnknownMembersAreRefused() {
		assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(
				() -> read(this.mappers.withKnownMembersOnly(), Price.class, "{\"money\":{\"amount\":1,\"zzz\":1}}"))
			.withMessage("is not a known member")
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo("money.zzz"));
	}

	@Test
	void leavesDuplicatesInsideOfValuesToTheMapper() {
		String json = "{\"firstName\":\"a\",\"firstName\":\"b\"}";
		assertThat(read(Names.class, json)).isEqualTo(new Names("b", null));
		assertThat(read(Map.class, json)).isEqualTo(Map.of("firstName", "b"));
		assertThat(((JsonValue) read(JsonValue.class, json)).members()).hasSize(1).hasToString("{firstName=\"b\"}");
		for (Class<?> type : List.of(Names.class, Map.class)) {
			assertThatExceptionOfType(JsonDecodingException.class)
				.isThrownBy(() -> read(this.mappers.withStrictDuplicateDetection(), type, json))
				.withMessage("is not valid");
		}
	}

	@Test
	void leavesNumbersToDeserializersOfTheApplication() {
		JsonValueMapper mapper = this.mappers.withOwnNumbers();
		assertThat(read(mapper, Double.class, "\"NaN\"")).isEqualTo(Double.NaN);
		assertThat(read(mapper, Byte.class, "200")).isEqualTo((byte) -56);
		assertThat(read(mapper, TestTypes.Amounts.class, "{\"ratio\":\"Infinity\"}")).extracting("ratio")
			.isEqualTo(Double.POSITIVE_INFINITY);
	}

	@Test
	void writesScalarsAsTheMapperDoes() {
		JsonValueMapper standard = this.mappers.standard();
		assertThat(Stream.of(0, -7, Long.MIN_VALUE, true, "", "a/b", "a\"b\\", "\n", "é€")
			.map((value) -> write(standard, value))).containsExactly("0", "-7", "-9223372036854775808", "true", "\"\"",
					"\"a/b\"", "\"a\\\"b\\\\\"", "\"\\n\"", "\"é€\"");
		JsonValueMapper numbersAsText = this.mappers.withNumbersAsText();
		assertThat(Stream.of(1, 1L, false, "a", "a/b").map((value) -> write(numbersAsText, value)))
			.containsExactly("\"1\"", "\"1\"", "false", "\"a\"", "\"a\\/b\"");
		assertThat(Stream.of("a", 1).map((value) -> write(this.mappers.withEccentricStyle(), value))).satisfiesExactly(
				(text) -> assertThat(text).contains("\"A\"").startsWith("{"),
				(number) -> assertThat(number).startsWith("{"));
	}

	@Test
	void passesJsonThroughWhateverTheCustomization() {
		JsonValue json = (JsonValue) read(JsonValue.class, "{ \"firstName\":[\"a\"]}");
		JsonRpcParams params = JsonRpcParams.encoded(JsonRpcParams.Kind.NAMED, json);
		for (JsonValueMapper mapper : List.of(this.mappers.withDefaultTyping(), this.mappers.withEccentricStyle(),
				this.mappers.withSnakeCase())) {
			assertThat(write(mapper, new TestTypes.Holder(json))).contains(json.toString());
			assertThat(write(mapper, new TestTypes.Holder(params))).contains(json.toString());
			assertThat(encode(new JsonRpcCodec(mapper), JsonRpcResponse.success(JsonRpcId.of(1), Map.of("a", json))))
				.contains(json.toString());
		}
	}

	private static String write(JsonValueMapper mapper, Object value) {
		return new JsonRpcCodec(mapper).toJson(value).toString();
	}

	/**
	 * Renames one member and hides the other.
	 */
	interface NamesMixIn {

		@JsonProperty("given")
		String firstName();

		@JsonIgnore
		String lastName();

	}

}
