package io.github.springjsonrpc.server.method;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * How params as a whole fit the parameters of a method: none, too few, too many, by
 * position, by name, all in one. Seed rows S20, S22, S23, S24, S43 and S45.
 */
class ParamsShapesTests {

	private final Calls rpc = Calls.of(new Shapes());

	@ParameterizedTest(name = "{0}{1}")
	@MethodSource
	void accepts(String method, @Nullable String params, String arguments) {
		assertThat(this.rpc.result(method, params)).isEqualTo("\"" + arguments + "\"");
	}

	static Stream<Arguments> accepts() {
		return Stream.of(arguments("none", null, ""), arguments("none", "null", ""), arguments("none", "[]", ""),
				arguments("none", "{}", ""), arguments("two", "[1, 2]", "1 2"),
				arguments("two", "{\"a\": 1, \"b\": 2}", "1 2"), arguments("two", "{\"b\": 2, \"a\": 1}", "1 2"),
				arguments("two", "{\"\\u0061\": 1, \"b\": 2}", "1 2"), arguments("one", "[\"x\"]", "x"),
				arguments("one", "{\"name\": \"x\"}", "x"),
				arguments("oneObject", "[{\"name\": \"x\"}]", "Name[name=x]"),
				arguments("oneObject", "{\"object\": {\"name\": \"x\"}}", "Name[name=x]"),
				arguments("oneList", "[[1, 2]]", "[1, 2]"), arguments("renamed", "{\"user-id\": 7}", "7"),
				// what may be left out
				arguments("optionals", null, "Optional.empty null null"),
				arguments("optionals", "[1]", "Optional[1] null null"),
				arguments("optionals", "{\"c\": \"x\"}", "Optional.empty null x"),
				arguments("optionals", "[null, null, null]", "Optional.empty null null"),
				arguments("defaults", "[]", "10 text [1, 2] SHORT Optional[3] null"),
				arguments("defaults", "{\"b\": \"\", \"a\": 0}", "0  [1, 2] SHORT Optional[3] null"),
				arguments("defaults", "[1, null, null, null, null]", "1 null null null Optional.empty null"),
				arguments("numbers", null, "OptionalInt.empty OptionalLong.empty OptionalDouble.empty"),
				arguments("numbers", "[1]", "OptionalInt[1] OptionalLong.empty OptionalDouble.empty"),
				arguments("numbers", "{\"c\": 1.5, \"b\": null}",
						"OptionalInt.empty OptionalLong.empty OptionalDouble[1.5]"),
				// the rest
				arguments("varargs", "[\"a\"]", "a []"), arguments("varargs", "[\"a\", 1, 2]", "a [1, 2]"),
				arguments("varargs", "{\"text\": \"a\", \"numbers\": [1, 2]}", "a [1, 2]"),
				arguments("varargs", "{\"text\": \"a\"}", "a []"),
				arguments("restList", "[1, {\"name\": \"x\"}]", "1 [Name[name=x]]"),
				arguments("restList", "{\"a\": 1, \"names\": [{\"name\": \"x\"}]}", "1 [Name[name=x]]"),
				arguments("restMap", "{\"x\": 2, \"a\": 1, \"y\": null}", "1 {x=2, y=null}"),
				arguments("restMap", "{\"others\": 3, \"a\": 1}", "1 {others=3}"), arguments("restMap", "[1]", "1 {}"),
				arguments("restMapOfNonNull", "{\"x\": 2}", "{x=2}"), arguments("texts", "[null, \"a\"]", "null a"),
				arguments("texts", "{\"texts\": [\"a\", null]}", "a null"), arguments("words", "[\"a\"]", "a"),
				arguments("anything", "[1, null]", "1 null"), arguments("raw", "[\"a\", null]", "a null"),
				// all in one
				arguments("params", null, "NONE null"), arguments("params", "[1, true]", "POSITIONAL [1, true]"),
				arguments("params", "{\"a\": [1]}", "NAMED {\\\"a\\\": [1]}"),
				arguments("record", "{\"from\": 1, \"to\": 9}", "Range[from=1, to=9]"),
				arguments("map", "{\"a\": {\"name\": \"x\"}}", "{a=Name[name=x]}"), arguments("map", null, "{}"),
				arguments("list", "[1, 2]", "[1, 2]"), arguments("list", null, "[]"),
				arguments("array", "[1, 2]", "[1, 2]"), arguments("array", null, "[]"),
				arguments("optionalRecord", null, "Optional.empty"),
				arguments("optionalRecord", "{\"from\": 1, \"to\": 9}", "Optional[Range[from=1, to=9]]"),
				arguments("nullableRecord", null, "null"));
	}

	@ParameterizedTest(name = "{0}{1}")
	@MethodSource
	void refuses(String method, @Nullable String params, List<String> violations) {
		assertThat(this.rpc.violations(method, params)).containsExactlyElementsOf(violations);
	}

	static Stream<Arguments> refuses() {
		return Stream.of(arguments("none", "[1]", List.of("params: must not have more than 0 elements")),
				arguments("none", "{\"a\": 1}", List.of("a: is not a parameter")),
				arguments("two", null, List.of("a: is required", "b: is required")),
				arguments("two", "[]", List.of("a: is required", "b: is required")),
				arguments("two", "[1]", List.of("b: is required")),
				arguments("two", "[1, 2, 3]", List.of("params: must not have more than 2 elements")),
				arguments("two", "{\"a\": 1, \"B\": 2}", List.of("B: is not a parameter", "b: is required")),
				arguments("two", "{\"a\": 1, \"b\": 2, \"\": 3}", List.of(": is not a parameter")),
				arguments("two", "{\"a\": 1, \"a\": 1, \"b\": 2}", List.of("a: is given twice")),
				arguments("two", "{\"a\": \"x\", \"a\": 1, \"b\": 2}",
						List.of("a: must be an integer of 32 bits", "a: is given twice")),
				arguments("two", "[\"1\", null, 3]",
						List.of("a: must be an integer of 32 bits", "b: must be an integer of 32 bits",
								"params: must not have more than 2 elements")),
				arguments("one", "{\"object\": 1, \"name\": 1}",
						List.of("object: is not a parameter", "name: must be a string")),
				arguments("oneObject", "{\"name\": \"x\"}", List.of("name: is not a parameter", "object: is required")),
				arguments("oneList", "[1, 2]",
						List.of("numbers: must be an array", "params: must not have more than 1 element")),
				arguments("varargs", "[]", List.of("text: is required")),
				arguments("varargs", "[\"a\", 1, \"2\", null]",
						List.of("numbers[1]: must be an integer of 32 bits",
								"numbers[2]: must be an integer of 32 bits")),
				arguments("varargs", "{\"text\": \"a\", \"numbers\": [1, \"2\"]}",
						List.of("numbers[1]: must be an integer of 32 bits")),
				arguments("varargs", "{\"text\": \"a\", \"numbers\": [1, null]}",
						List.of("numbers[1]: must be an integer of 32 bits")),
				arguments("varargs", "{\"text\": \"a\", \"numbers\": 1}", List.of("numbers: must be an array")),
				arguments("varargs", "{\"text\": \"a\", \"numbers\": null}", List.of("numbers: must not be null")),
				arguments("varargs", "{\"text\": \"a\", \"numbers\": [1], \"numbers\": [2]}",
						List.of("numbers: is given twice")),
				arguments("varargs", "{\"text\": \"a\", \"number\": 1}", List.of("number: is not a parameter")),
				arguments("restMap", "{\"a\": 1, \"x\": \"2\"}", List.of("x: must be an integer of 32 bits")),
				arguments("restMap", "{\"a\": 1, \"x\": 2, \"x\": 2}", List.of("x: is given twice")),
				arguments("restMapOfNonNull", "{\"x\": null, \"y\": 1}", List.of("x: must not be null")),
				arguments("restList", "[1, null]", List.of("names[0]: must not be null")),
				arguments("restList", "{\"a\": 1, \"names\": [null]}", List.of("names[0]: must not be null")),
				arguments("words", "[\"a\", null, null]",
						List.of("words[1]: must not be null", "words[2]: must not be null")),
				arguments("words", "{\"words\": [\"a\", null]}", List.of("words[1]: must not be null")),
				arguments("array", "{\"all\": [1]}", List.of("params: must be an array")),
				arguments("restMap", "[1, 2]", List.of("params: must not have more than 1 element")),
				arguments("record", "{\"from\": 1, \"to\": \"9\"}", List.of("to: must be an integer of 32 bits")),
				arguments("record", null, List.of("from: is required")),
				arguments("record", "{\"from\": 1}", List.of("to: is required")),
				arguments("record", "{\"from\": 1, \"to\": 2, \"from\": 3}", List.of("from: is given twice")),
				arguments("map", "{\"a\": {}, \"\\u0061\": {}}", List.of("a: is given twice")),
				arguments("record", "[1, 9]", List.of("params: is not valid")),
				arguments("map", "[1]", List.of("params: must be an object")),
				arguments("list", "{\"a\": 1}", List.of("params: must be an array")),
				arguments("list", "[1, \"2\"]", List.of("[1]: must be an integer of 32 bits")));
	}

	@Test
	void tellsTenViolationsAtMostAndNoneThatIsNotThere() {
		String unknown = IntStream.range(0, 50).mapToObj((i) -> "\"x" + i + "\": 1").collect(Collectors.joining(","));
		assertThat(this.rpc.violations("two", "{" + unknown + ", \"a\": 1, \"b\": 2}")).hasSize(10)
			.allMatch((violation) -> violation.endsWith("is not a parameter"));
		assertThat(this.rpc.violations("many", "[]")).hasSize(10);
	}

	@Test
	void describesParametersAsCallersKnowThem() {
		assertThat(describe("varargs")).containsExactly("text: class java.lang.String, required",
				"numbers: java.util.List<int>");
		assertThat(describe("restMap")).containsExactly("a: int, required",
				"others: java.util.Map<java.lang.String, java.lang.Integer>");
		assertThat(describe("optionals")).containsExactly("a: class java.lang.Integer", "b: class java.lang.String",
				"c: class java.lang.String");
		assertThat(describe("numbers")).noneMatch((parameter) -> parameter.endsWith("required"));
		assertThat(describe("record")).singleElement().asString().startsWith("params: class").endsWith("required");
		assertThat(describe("params")).isEmpty();
	}

	private List<String> describe(String method) {
		return this.rpc.server()
			.methods()
			.find(method)
			.description()
			.parameters()
			.stream()
			.map((parameter) -> parameter.name() + ": " + parameter.type() + (parameter.required() ? ", required" : ""))
			.toList();
	}

	record Name(String name) {

	}

	record Range(int from, int to) {

	}

	enum Length {

		SHORT, LONG

	}

	static class Shapes {

		private static String text(@Nullable Object... arguments) {
			return Stream.of(arguments).map(String::valueOf).collect(Collectors.joining(" "));
		}

		@RpcMethod
		String none() {
			return "";
		}

		@RpcMethod
		String one(String name) {
			return name;
		}

		@RpcMethod
		String oneObject(Name object) {
			return text(object);
		}

		@RpcMethod
		String oneList(List<Integer> numbers) {
			return text(numbers);
		}

		@RpcMethod
		String two(int a, int b) {
			return text(a, b);
		}

		@RpcMethod
		String many(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l) {
			return "";
		}

		@RpcMethod
		String renamed(@RpcParam("user-id") long id) {
			return text(id);
		}

		@RpcMethod
		String optionals(Optional<Integer> a, @Nullable String b, @RpcParam(required = false) @Nullable String c) {
			return text(a, b, c);
		}

		@RpcMethod
		String numbers(OptionalInt a, OptionalLong b, OptionalDouble c) {
			return text(a, b, c);
		}

		@RpcMethod
		String defaults(@RpcParam(defaultValue = "10") int a, @RpcParam(defaultValue = "text") @Nullable String b,
				@RpcParam(defaultValue = "[1, 2]") @Nullable List<Integer> c,
				@RpcParam(defaultValue = "SHORT") @Nullable Length d, @RpcParam(defaultValue = "3") Optional<Integer> e,
				@RpcParam(defaultValue = "null") @Nullable Integer f) {
			return text(a, b, c, d, e, f);
		}

		@RpcMethod
		String varargs(String text, int... numbers) {
			return text(text, Arrays.toString(numbers));
		}

		@RpcMethod
		String restList(int a, @RpcParam(rest = true) List<Name> names) {
			return text(a, names);
		}

		@RpcMethod
		String restMap(int a, @RpcParam(rest = true) Map<String, @Nullable Integer> others) {
			return text(a, others);
		}

		@RpcMethod
		String restMapOfNonNull(@RpcParam(rest = true) Map<String, Integer> others) {
			return text(others);
		}

		@RpcMethod
		String words(String... words) {
			return text((Object[]) words);
		}

		@RpcMethod
		String texts(@Nullable String... texts) {
			return text((@Nullable Object[]) texts);
		}

		@RpcMethod
		String anything(@RpcParam(rest = true) List<?> values) {
			return text(values.toArray());
		}

		@NullUnmarked
		@RpcMethod
		String raw(String... texts) {
			return text((Object[]) texts);
		}

		@RpcMethod
		String params(JsonRpcParams params) {
			return text(params.kind(), params);
		}

		@RpcMethod
		String record(@RpcParams Range range) {
			return text(range);
		}

		@RpcMethod
		String map(@RpcParams Map<String, Name> all) {
			return text(all);
		}

		@RpcMethod
		String list(@RpcParams List<Integer> all) {
			return text(all);
		}

		@RpcMethod
		String array(@RpcParams int... all) {
			return Arrays.toString(all);
		}

		@RpcMethod
		String optionalRecord(@RpcParams Optional<Range> range) {
			return text(range);
		}

		@RpcMethod
		String nullableRecord(@RpcParams @Nullable Range range) {
			return text(range);
		}

	}

}
