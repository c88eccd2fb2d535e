package io.github.springjsonrpc.server.method;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * How one value of the params becomes one argument, by position and by name, for all
 * kinds of types. Seed rows S22, S23 and S45.
 */
class ParamsBindingTests {

	private static final String UUID_TEXT = "123e4567-e89b-12d3-a456-426614174000";

	private static final String INT = ": must be an integer of 32 bits";

	private static final String LONG = ": must be an integer of 64 bits";

	private final Calls rpc = Calls.of(new Types());

	@ParameterizedTest(name = "{0}({1})")
	@MethodSource
	void accepts(String method, String json, String argument) {
		assertThat(this.rpc.result(method, "[" + json + "]")).isEqualTo("\"" + argument + "\"");
		assertThat(this.rpc.result(method, "{\"value\": " + json + "}")).isEqualTo("\"" + argument + "\"");
	}

	static Stream<Arguments> accepts() {
		return Stream.of(arguments("ofInt", "1", "1"), arguments("ofInt", "-2147483648", "-2147483648"),
				arguments("ofInt", " 7 ", "7"), arguments("ofLong", "9223372036854775807", "9223372036854775807"),
				arguments("ofShort", "7", "7"), arguments("ofByte", "-128", "-128"),
				arguments("ofDouble", "1.5", "1.5"), arguments("ofDouble", "1", "1.0"),
				arguments("ofFloat", "1e2", "100.0"), arguments("ofBoolean", "true", "true"),
				arguments("ofChar", "\"x\"", "x"), arguments("ofInteger", "1", "1"),
				arguments("ofInteger", "null", "null"), arguments("ofString", "\"text\"", "text"),
				arguments("ofString", "\"\"", ""), arguments("ofString", "null", "null"),
				arguments("ofString", "\"\\u00e9\\ud83d\\ude00\"", "é😀"),
				arguments("ofEnum", "\"SECONDS\"", "SECONDS"), arguments("ofUuid", "\"" + UUID_TEXT + "\"", UUID_TEXT),
				arguments("ofInstant", "\"2024-02-29T12:00:00Z\"", "2024-02-29T12:00:00Z"),
				arguments("ofDecimal", "1.10", "1.10"), arguments("ofDecimal", "1e1000", "1E+1000"),
				arguments("ofDecimal", "123456789012345678901234567890.1", "123456789012345678901234567890.1"),
				arguments("ofRecord", "{\"name\": \"a\", \"size\": 1}", "Item[name=a, size=1]"),
				arguments("ofRecord", "null", "null"),
				arguments("ofSealed", "{\"kind\": \"circle\", \"radius\": 2}", "Circle[radius=2]"),
				arguments("ofSealed", "{\"kind\": \"square\", \"side\": 3}", "Square[side=3]"),
				arguments("ofRecords", "[{\"name\": \"a\", \"size\": 1}]", "[Item[name=a, size=1]]"),
				arguments("ofRecords", "[]", "[]"),
				arguments("ofMap", "{\"a\": {\"name\": \"b\", \"size\": 2}}", "{a=Item[name=b, size=2]}"),
				arguments("ofSet", "[1, 1]", "[1]"), arguments("ofInts", "[1, 2]", "[1, 2]"),
				arguments("ofNested", "[[1], [], [2, 3]]", "[[1], [], [2, 3]]"),
				arguments("ofOptional", "1", "Optional[1]"), arguments("ofOptional", "null", "Optional.empty"),
				arguments("ofOptionalRecords", "[{\"name\": \"a\", \"size\": 1}]", "Optional[[Item[name=a, size=1]]]"),
				arguments("ofOptionalInt", "1", "OptionalInt[1]"),
				arguments("ofObject", "{\"a\": [1, null, \"b\"]}", "{a=[1, null, b]}"),
				arguments("ofObject", "null", "null"), arguments("ofNonNull", "\"x\"", "x"),
				arguments("ofNullable", "null", "null"));
	}

	@ParameterizedTest(name = "{0}({1})")
	@MethodSource
	void refuses(String method, String json, String violation) {
		assertThat(this.rpc.violations(method, "[" + json + "]")).containsExactly("value" + violation);
		assertThat(this.rpc.violations(method, "{\"value\": " + json + "}")).containsExactly("value" + violation);
	}

	static Stream<Arguments> refuses() {
		return Stream.of(arguments("ofInt", "null", INT), arguments("ofInt", "1.5", INT),
				arguments("ofInt", "1.0", INT), arguments("ofInt", "\"1\"", INT), arguments("ofInt", "2147483648", INT),
				arguments("ofInt", "true", INT), arguments("ofInt", "[1]", INT), arguments("ofInt", "{}", INT),
				arguments("ofInt", "\"\"", INT), arguments("ofInteger", "\"1\"", INT),
				arguments("ofInteger", "\"\"", INT), arguments("ofLong", "9223372036854775808", LONG),
				arguments("ofLong", "1e400", LONG), arguments("ofDouble", "\"1.5\"", ": must be a number"),
				arguments("ofDouble", "null", ": must be a number"),
				arguments("ofBoolean", "1", ": must be true or false"),
				arguments("ofBoolean", "\"true\"", ": must be true or false"),
				arguments("ofBoolean", "null", ": must be true or false"),
				arguments("ofString", "1", ": must be a string"), arguments("ofString", "true", ": must be a string"),
				arguments("ofString", "{}", ": must be a string"),
				arguments("ofEnum", "\"seconds\"", ": must be one of the accepted values"),
				arguments("ofEnum", "3", ": must be one of the accepted values"),
				arguments("ofInstant", "\"yesterday\"", ": must be a date or time in ISO 8601 form"),
				arguments("ofDecimal", "\"1\"", ": must be a number"),
				arguments("ofRecord", "{\"name\": \"a\", \"size\": \"1\"}", ".size" + INT),
				arguments("ofRecord", "{\"name\": \"a\"}", ".size: is required"),
				arguments("ofRecords", "[{\"name\": \"a\", \"size\": 1}, {\"name\": 2, \"size\": 1}]",
						"[1].name: must be a string"),
				arguments("ofRecords", "{}", ": must be an array"),
				arguments("ofMap", "{\"a\": {\"size\": null}}", ".a.size" + INT),
				arguments("ofInts", "[1, null]", "[1]" + INT),
				arguments("ofNested", "[[1], [2, \"3\"]]", "[1][1]" + INT), arguments("ofOptional", "\"1\"", INT),
				arguments("ofNonNull", "null", ": must not be null"));
	}

	@ParameterizedTest
	@MethodSource
	void refusesWithoutNamingClasses(String method, String json) {
		Answer answer = this.rpc.call(method, "[" + json + "]");
		assertThat(answer.code()).isEqualTo(-32602);
		assertThat(answer.message()).isEqualTo("Invalid params");
		assertThat(answer.json().toString()).doesNotContainIgnoringCase("java")
			.doesNotContainIgnoringCase("jackson")
			.doesNotContain("springjsonrpc", "Item", "Shape", "Exception");
	}

	static Stream<Arguments> refusesWithoutNamingClasses() {
		return Stream.of("ofUuid", "ofRecord", "ofSealed", "ofRecords", "ofMap", "ofEnum", "ofInstant", "ofChar")
			.flatMap((method) -> Stream.of("[[]]", "{\"kind\": \"io.github.Evil\"}", "\"a\\u0000b\"", "true")
				.map((json) -> arguments(method, json)));
	}

	@ParameterizedTest
	@MethodSource
	void passesValuesOfMiddlewareOn(String method, @Nullable Object value, String argument) {
		assertThat(bind(method, JsonRpcParams.positional(Arrays.asList(value)))).isEqualTo(argument);
		assertThat(bind(method, JsonRpcParams.named(Collections.singletonMap("value", value)))).isEqualTo(argument);
	}

	static Stream<Arguments> passesValuesOfMiddlewareOn() {
		return Stream.of(arguments("ofInt", 7, "7"), arguments("ofLong", 7, "7"), arguments("ofString", "x", "x"),
				arguments("ofString", null, "null"), arguments("ofRecord", new Item("a", 1), "Item[name=a, size=1]"),
				arguments("ofRecord", Map.of("name", "a", "size", 1), "Item[name=a, size=1]"),
				arguments("ofRecords", List.of(Map.of("name", "a", "size", 1)), "[Item[name=a, size=1]]"),
				arguments("ofUuid", UUID.fromString(UUID_TEXT), UUID_TEXT), arguments("ofUuid", UUID_TEXT, UUID_TEXT),
				arguments("ofOptional", 1, "Optional[1]"),
				// not even serializable, but what is asked for
				arguments("ofSession", new Session("its own"), "its own"));
	}

	private String bind(String method, JsonRpcParams params) {
		Object result = this.rpc.server()
			.call(JsonRpcRequest.request(JsonRpcId.of(1), method, params))
			.map((response) -> String.valueOf((response.error() != null) ? response.error() : response.result()))
			.block(Calls.TIMEOUT);
		return String.valueOf(result);
	}

	record Item(String name, int size) {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle"),
			@JsonSubTypes.Type(value = Square.class, name = "square") })
	sealed interface Shape {

	}

	record Circle(int radius) implements Shape {

	}

	record Square(int side) implements Shape {

	}

	// plain Java, in a package that is @NullMarked
	@NullUnmarked
	static class Types {

		@RpcMethod
		String ofInt(int value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofLong(long value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofShort(short value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofByte(byte value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofDouble(double value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofFloat(float value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofBoolean(boolean value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofChar(char value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofInteger(Integer value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofString(String value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofEnum(TimeUnit value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofUuid(UUID value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofInstant(Instant value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofDecimal(BigDecimal value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofRecord(Item value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofSealed(Shape value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofRecords(List<Item> value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofMap(Map<String, Item> value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofSet(Set<Integer> value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofInts(int[] value) {
			return Arrays.toString(value);
		}

		@RpcMethod
		String ofNested(Collection<List<Integer>> value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofOptional(Optional<Integer> value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofOptionalRecords(Optional<List<Item>> value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofOptionalInt(OptionalInt value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofObject(Object value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofNonNull(@NonNull String value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofNullable(@Nullable String value) {
			return String.valueOf(value);
		}

		@RpcMethod
		String ofSession(Session value) {
			return value.name;
		}

	}

	static class Session {

		private final String name;

		Session() {
			this("another");
		}

		Session(String name) {
			this.name = name;
		}

	}

}
