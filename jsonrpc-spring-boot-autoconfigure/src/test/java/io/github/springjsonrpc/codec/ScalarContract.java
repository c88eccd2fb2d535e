package io.github.springjsonrpc.codec;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which scalars fit which types, and what is said of those that do not.
 */
abstract class ScalarContract extends CodecContract {

	private static final String INTEGER = "must be an integer of 32 bits";

	private static final String LONG = "must be an integer of 64 bits";

	private static final String NUMBER = "must be a number";

	private static final String RANGE = "is out of range";

	ScalarContract(TestMappers mappers) {
		super(mappers);
	}

	/**
	 * A type, what is said of a value that does not fit, and such values.
	 */
	record Misfits(Class<?> type, String message, String... values) {
	}

	static Stream<Misfits> misfits() {
		return Stream.of(
				new Misfits(int.class, INTEGER, "\"1\"", "1.5", "1.0", "1e2", "null", "true", "2147483648",
						"-2147483649", "99999999999999999999", "\"\"", "\" \"", "\"x\"", "[]", "[1]", "{}"),
				new Misfits(Integer.class, INTEGER, "\"1\"", "1.5", "1.0", "1e2", "false", "2147483648", "\"\"",
						"\" \"", "\"null\"", "[1]", "{}"),
				new Misfits(long.class, LONG, "\"1\"", "1.5", "1.0", "1e2", "null", "true", "9223372036854775808",
						"\"\"", "\" \"", "[1]"),
				new Misfits(Long.class, LONG, "\"1\"", "1.5", "1.0", "true", "-9223372036854775809", "\"\"", "\" \""),
				new Misfits(short.class, "must be an integer of 16 bits", "\"1\"", "1.5", "null", "32768"),
				new Misfits(Byte.class, "must be an integer of 8 bits", "\"1\"", "1.5", "256", "128", "200", "255",
						"-129"),
				new Misfits(BigInteger.class, "must be an integer", "\"1\"", "1.5", "1.0", "true", "\"\"", "\" \""),
				new Misfits(double.class, NUMBER, "\"1\"", "\"1.5\"", "null", "true", "\"\"", "\" \"", "[1.5]",
						"\"NaN\"", "\"INF\""),
				new Misfits(Double.class, NUMBER, "\"1\"", "true", "\"\"", "\" \"", "{}", "\"NaN\"", "\"Infinity\"",
						"\"-Infinity\"", "\"+Infinity\"", "\"INF\"", "\"-INF\""),
				new Misfits(float.class, NUMBER, "\"1\"", "null", "false", "\"NaN\"", "\"Infinity\"", "\"-Infinity\""),
				new Misfits(BigDecimal.class, NUMBER, "\"1\"", "\"1.5\"", "true", "\"\"", "\" \"", "[]"),
				new Misfits(Number.class, NUMBER, "\"1\"", "true", "\" \"", "\"NaN\"", "\"Infinity\"", "\"-Infinity\""),
				new Misfits(boolean.class, "must be true or false", "\"true\"", "1", "0", "1.0", "null", "\"\"",
						"\" \""),
				new Misfits(Boolean.class, "must be true or false", "\"true\"", "\"false\"", "1", "0", "\"\"", "\" \""),
				new Misfits(String.class, "must be a string", "1", "1.5", "true", "false", "[]", "{}"),
				new Misfits(char.class, "must be a string of one character", "65", "\"ab\"", "\"\"", "null", "true"),
				new Misfits(TestTypes.Color.class, "must be one of the accepted values", "0", "1", "\"0\"", "\"BLUE\"",
						"\"red\"", "\"\"", "\" \"", "1.5", "true", "[]"),
				new Misfits(UUID.class, "must be a UUID", "\"\"", "\" \"", "\"x\"", "1", "true",
						"\"12345678-1234-1234-1234-12345678901\""),
				new Misfits(Instant.class, "must be a date or time in ISO 8601 form", "\"yesterday\"", "\"\"", "true"),
				new Misfits(LocalDate.class, "must be a date or time in ISO 8601 form", "\"2020-13-01\"", "\"\"", "1"),
				new Misfits(Duration.class, "must be a duration in ISO 8601 form", "\"1h\"", "\"\"", "true"),
				new Misfits(byte[].class, "must be a string in Base64 form", "\"*\"", "1", "{}"),
				new Misfits(OptionalInt.class, "is not valid", "\"1\"", "\" \""),
				new Misfits(double.class, RANGE, "1e999", "-1e999", "1e999999999", "9".repeat(400)),
				new Misfits(Double.class, RANGE, "1e999", "-1E+309"),
				new Misfits(float.class, RANGE, "1e99", "-1e99", "9".repeat(40)),
				new Misfits(Number.class, RANGE, "1e999"), new Misfits(OptionalDouble.class, RANGE, "1e999"),
				new Misfits(Object.class, RANGE, "1e999", "-1e999", "1e999999999", "[1,{\"a\":[1e999]}]"),
				new Misfits(BigDecimal.class, RANGE, "1e999999999", "1e-999999999", "1e1001", "1e99999999999"),
				new Misfits(Instant.class, RANGE, "1e999999999", "1e-999999999"),
				new Misfits(Duration.class, RANGE, "1e999999999"),
				new Misfits(BigInteger.class, "must be an integer", "1e99", "1e999999999"),
				new Misfits(int.class, INTEGER, "1e999999999"), new Misfits(Long.class, LONG, "1e999999999"));
	}

	@ParameterizedTest
	@MethodSource("misfits")
	void refusesScalarOfAnotherType(Misfits misfits) {
		for (String value : misfits.values()) {
			assertMisfit(misfits.type(), value, "", misfits.message());
		}
	}

	@ParameterizedTest
	@MethodSource("misfits")
	void refusesScalarOfAnotherTypeInsideOthers(Misfits misfits) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(misfits.type());
		Type list = ResolvableType.forClassWithGenerics(List.class, boxed).getType();
		Type map = ResolvableType
			.forClassWithGenerics(Map.class, ResolvableType.forClass(String.class), ResolvableType.forType(list))
			.getType();
		Type page = ResolvableType.forClassWithGenerics(TestTypes.Page.class, boxed).getType();
		for (String value : misfits.values()) {
			if (value.equals("null")) {
				continue;
			}
			assertMisfit(list, "[null," + value + "]", "[1]", misfits.message());
			assertMisfit(map, "{\"a\":[],\"b c\":[null,null," + value + "]}", "b c[2]", misfits.message());
			assertMisfit(page, "{\"items\":[" + value + "]}", "items[0]", misfits.message());
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"id":"1"}                                            | id                  | must be an integer of 64 bits
					{"id":1.0}                                            | id                  | must be an integer of 64 bits
					{"id":null}                                           | id                  | must be an integer of 64 bits
					{}                                                    | id                  | is required
					{"id":1,"addresses":[{"zip":"1"}]}                    | addresses[0].number | is required
					{"id":9223372036854775808}                            | id                  | must be an integer of 64 bits
					{"id":1,"name":5}                                     | name                | must be a string
					{"id":1,"nick":5}                                     | nick                | must be a string
					{"id":1,"addresses":{}}                               | addresses           | must be an array
					{"id":1,"addresses":[{"number":1},{"number":"2"}]}    | addresses[1].number | must be an integer of 32 bits
					{"id":1,"addresses":[{"number":3000000000}]}          | addresses[0].number | must be an integer of 32 bits
					{"id":1,"addresses":[{"number":1,"zip":99999}]}       | addresses[0].zip    | must be a string
					{"id":1,"scores":[]}                                  | scores              | must be an object
					{"id":1,"scores":{"a.b":"1"}}                         | scores.a.b          | must be an integer of 32 bits
					{"id":1,"color":"BLUE"}                               | color               | must be one of the accepted values
					{"id":1,"color":1}                                    | color               | must be one of the accepted values
					{"id":1,"since":"x"}                                  | since               | must be a date or time in ISO 8601 form
					""")
	void tellsThePathInsideRecords(String json, String path, String message) {
		assertMisfit(TestTypes.Customer.class, json, path, message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"cents":[1,1.5]}          | cents[1] | must be an integer of 32 bits
			{"cents":[1,null]}         | cents[1] | must be an integer of 32 bits
			{"cents":["1"]}            | cents[0] | must be an integer of 32 bits
			{"cents":[2147483648]}     | cents[0] | must be an integer of 32 bits
			{"cents":5}                | cents    | must be an array
			{"longs":[1,"2"]}          | longs[1] | must be an integer of 64 bits
			{"exact":"1.5"}            | exact    | must be a number
			{"ratio":true}             | ratio    | must be a number
			{"paid":0}                 | paid     | must be true or false
			{"ratio":"NaN"}            | ratio    | must be a number
			{"ratio":1e999}            | ratio    | is out of range
			{"exact":1e999999999}      | exact    | is out of range
			{"bytes":"%%"}             | bytes    | must be a string in Base64 form
			""")
	void tellsThePathInsideArrays(String json, String path, String message) {
		assertMisfit(TestTypes.Amounts.class, json, path, message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"small":1,"type":"measured"}                          | value | is required
			{"value":1e999,"small":1,"type":"measured"}            | value | is out of range
			{"value":"NaN","small":1,"type":"measured"}            | value | must be a number
			{"value":1,"small":200,"type":"measured"}              | small | must be an integer of 8 bits
			{"type":"measured","value":1,"small":1,"any":1e999}    | any   | is out of range
			{"value":1,"small":1,"any":1e999,"type":"measured"}    | any   | is out of range
			{"value":1,"small":1,"any":[1e999],"type":"measured"}  | any   | is out of range
			""")
	void refusesNumbersInValuesOfAnyOrder(String json, String path, String message) {
		assertMisfit(TestTypes.Measurement.class, json, path, message);
	}

	@Test
	void refusesExponentThatCouldNotBeWrittenOut() {
		for (String json : List.of("{\"type\":\"measured\",\"exact\":1e999999999,\"value\":1,\"small\":1}",
				"{\"exact\":1e999999999,\"value\":1,\"small\":1,\"type\":\"measured\"}")) {
			assertThatExceptionOfType(JsonDecodingException.class)
				.isThrownBy(() -> read(TestTypes.Measurement.class, json))
				.withMessage(RANGE);
		}
	}

	@Test
	void refusesArrayInsteadOfStringInsideOthers() {
		Type list = ResolvableType.forClassWithGenerics(List.class, String.class).getType();
		Type page = ResolvableType.forClassWithGenerics(TestTypes.Page.class, String.class).getType();
		for (String value : List.of("[]", "[[]]", "[\"a\"]", "[\"a\",\"b\"]", "[\"a\"],\"b\"")) {
			assertThatExceptionOfType(JsonDecodingException.class).as(value)
				.isThrownBy(() -> read(list, "[" + value + "]"));
			assertThatExceptionOfType(JsonDecodingException.class).as(value)
				.isThrownBy(() -> read(page, "{\"items\":[" + value + "]}"));
		}
	}

	static Stream<Map.Entry<Object, String>> fits() {
		return Stream.of(Map.entry(1, "1"), Map.entry(0, "-0"), Map.entry(Integer.MIN_VALUE, "-2147483648"),
				Map.entry(Long.MAX_VALUE, "9223372036854775807"), Map.entry(1.0, "1"), Map.entry(1.5, "1.5"),
				Map.entry(100.0, "1e2"), Map.entry(new BigDecimal("1.0"), "1.0"), Map.entry(new BigDecimal("1"), "1"),
				Map.entry(new BigDecimal("1E+2"), "1e2"),
				Map.entry(new BigInteger("99999999999999999999"), "99999999999999999999"), Map.entry(true, "true"),
				Map.entry(false, "false"), Map.entry("", "\"\""), Map.entry(" ", "\" \""), Map.entry("1", "\"1\""),
				Map.entry("null", "\"null\""), Map.entry("ü😀\n", "\"\\u00fc\\ud83d\\ude00\\n\""),
				Map.entry('x', "\"x\""), Map.entry(TestTypes.Color.GREEN, "\"GREEN\""),
				Map.entry(new UUID(1, 2), "\"00000000-0000-0001-0000-000000000002\""),
				Map.entry(Instant.EPOCH, "\"1970-01-01T00:00:00Z\""), Map.entry(LocalDate.EPOCH, "\"1970-01-01\""),
				Map.entry(Duration.ofMinutes(5), "\"PT5M\""), Map.entry(Double.MAX_VALUE, "1.7976931348623157e308"),
				Map.entry(Float.MAX_VALUE, "3.4028235e38"), Map.entry((byte) 127, "127"),
				Map.entry((byte) -128, "-128"), Map.entry(OptionalDouble.of(1.5), "1.5"),
				Map.entry(new BigDecimal("1E+1000"), "1e1000"), Map.entry(new BigDecimal("1E-1000"), "1e-1000"),
				Map.entry("NaN", "\"NaN\""));
	}

	@ParameterizedTest
	@MethodSource("fits")
	void readsScalarThatFits(Map.Entry<Object, String> fit) {
		assertThat(read(fit.getKey().getClass(), fit.getValue())).isEqualTo(fit.getKey());
	}

	@Test
	void readsScalarByItselfAsItReadsItInsideOthers() {
		for (Class<?> type : List.of(Integer.class, Long.class, Boolean.class, String.class, Double.class)) {
			Type list = ResolvableType.forClassWithGenerics(List.class, type).getType();
			for (String json : List.of("0", "-0", "7", "-7", "2147483647", "2147483648", "-2147483648", "-2147483649",
					"99999999999999999", "999999999999999999", "-999999999999999999", "1000000000000000000",
					"9223372036854775807", "-9223372036854775808", "9223372036854775808", "1.0", "1e1", "true", "false",
					"null", "\"\"", "\" \"", "\"a\"", "\"true\"", "\"7\"", "\"ü😀\"", "\"\u007f\"", "\"\\\"\"",
					"\"\\u0041\"")) {
				assertThat(attempt(type, json)).as("%s from %s", type, json).isEqualTo(attempt(list, "[" + json + "]"));
			}
		}
	}

	private Object attempt(Type type, String json) {
		try {
			Object value = read(type, json);
			return (value instanceof List<?> list) ? list.get(0) : value;
		}
		catch (JsonDecodingException ex) {
			return ex.getMessage();
		}
	}

	@Test
	void refusesWhatOnlyBeginsLikeAScalar() {
		for (Class<?> type : List.of(int.class, Long.class, boolean.class, Boolean.class, String.class)) {
			for (String text : List.of("", "-", "tool", "frown", "truefalse", "\"", "1a", "1 1", "\"a\"b\"", "'a'")) {
				assertThatExceptionOfType(JsonDecodingException.class).as("%s from %s", type, text)
					.isThrownBy(() -> this.codec.values().type(type).read(utf8(text), 0, utf8(text).length));
			}
		}
	}

	@Test
	void readsNullAsNullUnlessPrimitive() {
		for (Class<?> type : List.of(Integer.class, Boolean.class, String.class, UUID.class, TestTypes.Color.class,
				Object.class, List.class, TestTypes.User.class, int[].class)) {
			assertThat(read(type, "null")).isNull();
		}
	}

	record Boxes(Boolean a, Byte b, Short c, Integer d, Long e, Float f, Double g, Character h, Number i, byte[] j,
			double[] k, Object l) {
	}

	@Test
	void readsAbsentMembersAsNullUnlessPrimitive() {
		assertThat(read(Boxes.class, "{}"))
			.isEqualTo(new Boxes(null, null, null, null, null, null, null, null, null, null, null, null));
		for (Class<?> type : List.of(boolean.class, byte.class, short.class, int.class, long.class, float.class,
				double.class, char.class)) {
			assertThat(read(ClassUtils.resolvePrimitiveIfNecessary(type), "null")).isNull();
		}
	}

	@Test
	void readsPrimitives() {
		assertThat(read(int.class, "7")).isEqualTo(7);
		assertThat(read(long.class, "7")).isEqualTo(7L);
		assertThat(read(double.class, "7")).isEqualTo(7.0);
		assertThat(read(boolean.class, "true")).isEqualTo(true);
		assertThat((int[]) read(int[].class, "[1,2]")).containsExactly(1, 2);
	}

	@Test
	void convertsScalarsIfTheyNeedNotBeStrict() {
		JsonValueMapper lenient = this.mappers.lenientScalars();
		assertThat(read(lenient, int.class, "\"1\"")).isEqualTo(1);
		assertThat(read(lenient, int.class, "1.0")).isEqualTo(1);
		assertThat(read(lenient, String.class, "1")).isEqualTo("1");
		assertThat(read(lenient, boolean.class, "\"true\"")).isEqualTo(true);
		assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> read(lenient, int.class, "\"x\""))
			.withMessage(INTEGER);
	}

	private void assertMisfit(Type type, String json, String path, String message) {
		assertThatExceptionOfType(JsonDecodingException.class).as("%s from %s", type, json)
			.isThrownBy(() -> read(type, json))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo(path));
	}

}
