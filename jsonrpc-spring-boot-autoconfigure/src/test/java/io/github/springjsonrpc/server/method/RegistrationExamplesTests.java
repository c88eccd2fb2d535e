package io.github.springjsonrpc.server.method;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.DuplicateMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.RpcMethodRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Every way of adding methods that aiohttp-rpc has, in Java. Seed rows S5, S7 to S14, S17
 * to S19, S21, S25, S28, S52 and S175.
 */
class RegistrationExamplesTests {

	private final JsonRpcServer server = JsonRpcServer.builder(Calls.codec()).build();

	private final RpcMethodRegistry methods = this.server.methods();

	private final Calls rpc = new Calls(this.server);

	@Test
	void addsFunctions() {
		JsonRpcMethod ping = this.methods.add(RpcFunction.named("ping_1").call(() -> "pong 1"));
		this.methods.add(RpcFunction.named("third_ping").call(RegistrationExamplesTests::ping));
		assertThat(ping.name()).isEqualTo("ping_1");
		assertThat(this.rpc.result("ping_1")).isEqualTo("\"pong 1\"");
		assertThat(this.rpc.result("third_ping")).isEqualTo("\"pong\"");
	}

	@Test
	void addsSeveralMethodsOrNone() {
		List<JsonRpcMethod> pings = List.of(RpcFunction.named("ping_1").call(() -> "pong 1"),
				RpcFunction.named("ping_2").call(() -> "pong 2"));
		assertThat(this.methods.addAll(pings)).isEqualTo(pings);
		assertThatExceptionOfType(DuplicateMethodException.class)
			.isThrownBy(() -> this.methods.addAll(List.of(RpcFunction.named("ping_3").call(() -> "pong 3"),
					RpcFunction.named("ping_2").call(() -> "other pong"))))
			.withMessage("JSON-RPC method 'ping_2' of function 'ping_2' is already that of function 'ping_2'");
		assertThat(this.methods.all()).isEqualTo(pings);
	}

	@Test
	void replacesMethods() {
		JsonRpcMethod first = this.methods.add(RpcFunction.named("ping").call(() -> "pong"));
		assertThat(this.methods.replace(RpcFunction.named("ping").call(() -> "new pong"))).isSameAs(first);
		assertThat(this.rpc.result("ping")).isEqualTo("\"new pong\"");
	}

	@Test
	void addsAndRemovesMethodsAtRunTime() {
		assertThat(this.rpc.call("ping").code()).isEqualTo(-32601);
		JsonRpcMethod ping = this.methods.add(RpcFunction.named("ping").call(() -> "pong"));
		assertThat(this.rpc.result("ping")).isEqualTo("\"pong\"");
		assertThat(this.methods.remove("ping")).isSameAs(ping);
		assertThat(this.rpc.call("ping").code()).isEqualTo(-32601);
	}

	@Test
	void addsFunctionThatTakesRequest() {
		this.methods.add(RpcFunction.named("ping").callRequest((request) -> "pong to " + request.id()));
		assertThat(this.rpc.result("ping")).isEqualTo("\"pong to 1\"");
		assertThat(this.rpc.result("ping", "{\"whatever\": 1}")).isEqualTo("\"pong to 1\"");
	}

	@Test
	void addsFunctionThatTakesAllParams() {
		this.methods.add(RpcFunction.named("echo").callRequestReactive((request) -> {
			JsonRpcParams params = request.params();
			return Map.of("args", params.asList(), "kwargs", params.asMap());
		}));
		assertThat(this.rpc.result("echo", "[\"one\", \"two\"]")).contains("\"args\":[\"one\",\"two\"]",
				"\"kwargs\":{}");
		assertThat(this.rpc.result("echo", "{\"three\": \"3\"}")).contains("\"args\":[]",
				"\"kwargs\":{\"three\":\"3\"}");
	}

	@Test
	void addsSum() {
		this.methods.add(RpcFunction.named("sum").param("numbers", new ParameterizedTypeReference<List<Integer>>() {
		}).call((numbers) -> numbers.stream().mapToInt(Integer::intValue).sum()));
		assertThat(this.rpc.result("sum", "[[1, 2, 3]]")).isEqualTo("6");
	}

	@Test
	void addsZipWithResultMapper() {
		this.methods.add(RpcFunction.named("zip")
			.resultMapper((pairs) -> ((Stream<?>) pairs).toList())
			.param("a", new ParameterizedTypeReference<List<Object>>() {
			})
			.param("b", new ParameterizedTypeReference<List<Object>>() {
			})
			.call(RegistrationExamplesTests::zip));
		assertThat(this.rpc.result("zip", "[[\"a\", \"b\"], [1, 2]]")).isEqualTo("[[\"a\",1],[\"b\",2]]");
	}

	@Test
	void mapsResultsThatAreThereLater() {
		this.methods.add(RpcFunction.named("later")
			.resultMapper((result) -> Mono.just("<" + result + ">").delayElement(Duration.ofMillis(1)))
			.callReactive(() -> Mono.just("reactive").delayElement(Duration.ofMillis(1))));
		assertThat(this.rpc.result("later")).isEqualTo("\"<reactive>\"");
	}

	@Test
	void addsConstructors() {
		this.methods.add(RpcFunction.named("user").param("uuid", UUID.class).call(User::new));
		this.methods
			.add(RpcFunction.named("str_user").resultMapper(String::valueOf).param("uuid", UUID.class).call(User::new));
		String uuid = "123e4567-e89b-12d3-a456-426614174000";
		assertThat(this.rpc.result("user", "[\"" + uuid + "\"]")).isEqualTo("{\"uuid\":\"" + uuid + "\"}");
		assertThat(this.rpc.result("str_user", "{\"uuid\": \"" + uuid + "\"}"))
			.isEqualTo("\"User[uuid=" + uuid + "]\"");
	}

	@Test
	void addsMethodReferences() {
		List<String> log = new ArrayList<>();
		this.methods.add(RpcFunction.named("ping").call(RegistrationExamplesTests::ping));
		this.methods.add(RpcFunction.named("max").param("a", Integer.class).param("b", Integer.class).call(Math::max));
		this.methods.add(RpcFunction.named("log").param("line", String.class).call(log::add));
		this.methods.add(RpcFunction.named("trim").param("text", String.class).call(String::trim));
		assertThat(this.rpc.result("ping")).isEqualTo("\"pong\"");
		assertThat(this.rpc.result("max", "{\"b\": 2, \"a\": 1}")).isEqualTo("2");
		assertThat(this.rpc.result("log", "[\"line\"]")).isEqualTo("true");
		assertThat(this.rpc.result("trim", "[\" x \"]")).isEqualTo("\"x\"");
		assertThat(log).containsExactly("line");
	}

	@Test
	void addsFunctionsOfSeveralParameters() {
		this.methods.add(RpcFunction.named("between")
			.description("Tells whether a number lies between two others")
			.param("number", Integer.class)
			.param("low", Integer.class)
			.optionalParam("high", Integer.class)
			.call((number, low, high) -> low <= number && (high == null || number <= high)));
		assertThat(this.rpc.result("between", "[5, 1, 9]")).isEqualTo("true");
		assertThat(this.rpc.result("between", "{\"low\": 1, \"number\": 5}")).isEqualTo("true");
		assertThat(this.rpc.violations("between", "{\"low\": null, \"high\": \"9\"}"))
			.containsExactly("low: must not be null", "high: must be an integer of 32 bits", "number: is required");
		JsonRpcMethod between = this.methods.find("between");
		assertThat(between).isNotNull();
		assertThat(between.description().text()).startsWith("Tells whether");
		assertThat(between.description().parameters()).extracting("name").containsExactly("number", "low", "high");
	}

	@Test
	void addsFunctionsOfAnyNumberOfValues() {
		this.methods
			.add(RpcFunction.named("join").restParam("parts", String.class).call((parts) -> String.join("", parts)));
		this.methods.add(RpcFunction.named("joinWith")
			.param("separator", String.class)
			.restParam("parts", String.class)
			.call((separator, parts) -> String.join(separator, parts)));
		this.methods.add(RpcFunction.named("surround")
			.param("before", String.class)
			.param("after", String.class)
			.restParam("parts", String.class)
			.callReactive((before, after, parts) -> Flux.fromIterable(parts).map((part) -> before + part + after)));
		assertThat(this.rpc.result("join", "[\"a\", \"b\"]")).isEqualTo("\"ab\"");
		assertThat(this.rpc.result("join", "[]")).isEqualTo("\"\"");
		assertThat(this.rpc.violations("join", "[\"a\", null]")).containsExactly("parts[1]: must not be null");
		assertThat(this.rpc.result("joinWith", "{\"separator\": \"-\", \"parts\": [\"a\", \"b\"]}"))
			.isEqualTo("\"a-b\"");
		assertThat(this.rpc.result("surround", "[\"<\", \">\", \"a\", \"b\"]")).isEqualTo("[\"<a>\",\"<b>\"]");
	}

	@Test
	void saysWhereFunctionsRun() {
		assertThat(RpcFunction.named("a").call(() -> 1).blocking()).isTrue();
		assertThat(RpcFunction.named("a").callReactive(() -> 1).blocking()).isFalse();
		assertThat(RpcFunction.named("a").param("b", String.class).call((b) -> 1).blocking()).isTrue();
		assertThat(RpcFunction.named("a").param("b", String.class).callReactive((b) -> 1).blocking()).isFalse();
		assertThat(RpcFunction.named("a").callRequest((request) -> 1).blocking()).isTrue();
		assertThat(RpcFunction.named("a").callRequestReactive((request) -> 1).blocking()).isFalse();
	}

	@Test
	void addsAnnotatedMethodsOfObject() {
		this.methods.addAll(Calls.factory().methodsOf(new Annotated("bound")));
		assertThat(this.rpc.result("instance")).isEqualTo("\"bound\"");
		assertThat(this.rpc.result("fixed")).isEqualTo("\"static\"");
	}

	@Test
	void offersMethodBeansOnServerTheyName() {
		TestApplications.runner()
			.withPropertyValues("jsonrpc.servers.admin.path=/admin")
			.withUserConfiguration(MethodBeans.class)
			.run((context) -> {
				Calls rpc = new Calls(context.getBean(JsonRpcServer.class));
				Calls admin = new Calls(context.getBean("adminJsonRpcServer", JsonRpcServer.class));
				assertThat(rpc.result("ping")).isEqualTo("\"pong\"");
				assertThat(rpc.result("own")).isEqualTo("\"own handler of own\"");
				assertThat(admin.result("stop")).isEqualTo("\"stopped\"");
				assertThat(rpc.call("stop").code()).isEqualTo(-32601);
			});
	}

	@Test
	void addsMethodsInApplicationAtRunTime() {
		TestApplications.runner().run((context) -> {
			JsonRpcServer server = context.getBean(JsonRpcServer.class);
			server.methods().addAll(context.getBean(RpcMethodFactory.class).methodsOf(new Annotated("later")));
			assertThat(new Calls(server).result("instance")).isEqualTo("\"later\"");
			server.methods().remove("instance");
			assertThat(new Calls(server).call("instance").code()).isEqualTo(-32601);
		});
	}

	@Test
	void callsMethodFromWithinApplicationThroughMiddleware() {
		RpcMiddleware shout = (request, chain) -> chain.next(request)
			.map((response) -> response.withResult(response.result() + "!"));
		JsonRpcServer server = JsonRpcServer.builder(Calls.codec()).middleware(List.of(shout)).build();
		server.methods().add(RpcFunction.named("greet").param("name", String.class).call((name) -> "Hello " + name));
		assertThat(server.call(JsonRpcRequest.request(JsonRpcId.of(7), "greet", JsonRpcParams.positional("Ann")))
			.block(Calls.TIMEOUT)
			.result()).isEqualTo("Hello Ann!");
	}

	private static String ping() {
		return "pong";
	}

	private static Stream<List<Object>> zip(List<Object> a, List<Object> b) {
		return IntStream.range(0, Math.min(a.size(), b.size())).mapToObj((i) -> List.of(a.get(i), b.get(i)));
	}

	record User(UUID uuid) {

	}

	static class Annotated {

		private final String name;

		Annotated(String name) {
			this.name = name;
		}

		@RpcMethod
		String instance() {
			return this.name;
		}

		@RpcMethod
		static String fixed() {
			return "static";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MethodBeans {

		@Bean
		JsonRpcMethod ping() {
			return RpcFunction.named("ping").call(() -> "pong");
		}

		@Bean
		JsonRpcMethod stop() {
			return RpcFunction.named("stop").server("admin").call(() -> "stopped");
		}

		@Bean
		OwnMethod ownMethod() {
			return new OwnMethod();
		}

	}

	/**
	 * The seed's subclass of {@code BaseJSONRPCMethod}.
	 */
	static class OwnMethod implements JsonRpcMethod {

		@Override
		public String name() {
			return "own";
		}

		@Override
		public Handler handler(JsonRpcCodec codec) {
			return (request) -> "own handler of " + request.method();
		}

	}

}
