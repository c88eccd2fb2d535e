package io.github.springjsonrpc.server;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.MethodDescription.Parameter;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link IntrospectionMethod}. Seed row S26.
 */
class IntrospectionMethodTests {

	private static final String SELF = "{\"name\":\"rpc.methods\","
			+ "\"description\":\"Lists the methods of this server\",\"params\":[],\"result\":\"array\"}";

	private static TestServer server(JsonRpcMethod... methods) {
		return TestServer.of(TestServer.builder().introspection(true), methods);
	}

	private static JsonRpcMethod described(String name, MethodDescription description) {
		return new JsonRpcMethod() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public MethodDescription description() {
				return description;
			}

			@Override
			public Handler handler(JsonRpcCodec codec) {
				return (request) -> name;
			}

		};
	}

	@Test
	void isNotOfferedUnlessAskedFor() {
		assertThat(TestServer.with().call("rpc.methods", "[]")).isEqualTo(TestServer.error(-32601, "Method not found"));
	}

	@Test
	void listsMethodsByName() {
		TestServer server = server(RpcFunction.named("zip").call(() -> 1),
				RpcFunction.named("sum")
					.description("Adds two numbers")
					.param("a", Integer.class)
					.optionalParam("b", Double.class)
					.call((a, b) -> a));
		assertThat(server.call("rpc.methods", "[]")).isEqualTo(
				TestServer.result("[" + SELF + ",{\"name\":\"sum\",\"description\":\"Adds two numbers\",\"params\":["
						+ "{\"name\":\"a\",\"type\":\"integer\",\"required\":true},"
						+ "{\"name\":\"b\",\"type\":\"number\",\"required\":false}],\"result\":\"any\"},"
						+ "{\"name\":\"zip\",\"params\":[],\"result\":\"any\"}]"));
	}

	@Test
	void tellsWhatParametersMean() {
		TestServer server = server(described("find", new MethodDescription("Finds a user",
				List.of(new Parameter("id", long.class, true, "The number of the user")), Map.class, "class Users")));
		assertThat(server.call("rpc.methods", "[]")).contains("{\"name\":\"find\",\"description\":\"Finds a user\","
				+ "\"params\":[{\"name\":\"id\",\"type\":\"integer\",\"required\":true,"
				+ "\"description\":\"The number of the user\"}],\"result\":\"object\"}");
	}

	@Test
	void tellsNothingOfTheImplementation() {
		TestServer server = server(described("find", new MethodDescription("",
				List.of(new Parameter("user", Secret.class, true, "")), Secret.class, "com.example.SecretService")));
		assertThat(server.call("rpc.methods", "[]")).contains("\"find\"")
			.doesNotContainIgnoringCase("secret")
			.doesNotContain("springjsonrpc");
	}

	@Test
	void listsTheMethodsOfTheMoment() {
		TestServer server = server();
		assertThat(server.call("rpc.methods", "[]")).isEqualTo(TestServer.result("[" + SELF + "]"));
		server.methods().add(RpcFunction.named("late").call(() -> 1));
		assertThat(server.call("rpc.methods", "[]")).contains("\"late\"");
		server.methods().remove("late");
		assertThat(server.call("rpc.methods", "[]")).isEqualTo(TestServer.result("[" + SELF + "]"));
	}

	@ParameterizedTest
	@MethodSource
	void saysTypesInTheWordsOfJsonSchema(Type type, String word) {
		TestServer server = server(
				described("m", new MethodDescription("", List.of(new Parameter("p", type, true, "")), type, "owner")));
		assertThat(server.call("rpc.methods", "[]")).contains("{\"name\":\"m\",\"params\":[{\"name\":\"p\",\"type\":\""
				+ word + "\",\"required\":true}],\"result\":\"" + word + "\"}");
	}

	static List<Arguments> saysTypesInTheWordsOfJsonSchema() {
		return List.of(arguments(void.class, "null"), arguments(Void.class, "null"), arguments(Object.class, "any"),
				arguments(boolean.class, "boolean"), arguments(Boolean.class, "boolean"),
				arguments(int.class, "integer"), arguments(Long.class, "integer"), arguments(byte.class, "integer"),
				arguments(Short.class, "integer"), arguments(BigInteger.class, "integer"),
				arguments(double.class, "number"), arguments(Float.class, "number"),
				arguments(BigDecimal.class, "number"), arguments(Number.class, "number"),
				arguments(String.class, "string"), arguments(char.class, "string"), arguments(UUID.class, "string"),
				arguments(Color.class, "string"), arguments(URI.class, "string"), arguments(Instant.class, "string"),
				arguments(byte[].class, "string"), arguments(Duration.class, "string"),
				arguments(Period.class, "string"), arguments(int[].class, "array"), arguments(List.class, "array"),
				arguments(Set.class, "array"), arguments(new ParameterizedTypeReference<List<String>>() {
				}.getType(), "array"), arguments(Map.class, "object"), arguments(Secret.class, "object"),
				arguments(new ParameterizedTypeReference<Map<String, List<String>>>() {
				}.getType(), "object"));
	}

	private enum Color {

		RED

	}

	private record Secret(String value) {

	}

}
