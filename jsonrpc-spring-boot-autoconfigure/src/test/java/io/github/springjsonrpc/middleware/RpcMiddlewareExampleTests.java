package io.github.springjsonrpc.middleware;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.TestServer;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The seed's two examples of middleware. Seed rows S30, S136, S157 and S158.
 */
class RpcMiddlewareExampleTests {

	private static final UUID ANN = UUID.fromString("600d57b3-dda8-43d0-af79-3e81dbb344fa");

	private static final JsonRpcMethod TOKEN = RpcFunction.named("generate_user_token")
		.param("user", User.class)
		.callReactive((user) -> "token-" + user.uuid().toString().split("-")[0]);

	private final TestServer converting = TestServer.of(TestServer.builder().middleware(new TypeConversion()), TOKEN,
			RpcFunction.named("echo").callRequestReactive(JsonRpcRequest::params));

	@Test
	void doesSomethingBeforeAndAfterTheMethod() {
		List<String> events = new ArrayList<>();
		RpcMiddleware simple = (request, chain) -> {
			events.add("before " + request.method());
			return chain.next(request).doOnNext((response) -> events.add("after " + response.result()));
		};
		TestServer server = TestServer.of(TestServer.builder().middleware(simple),
				RpcFunction.named("ping").callReactive(() -> "pong"));
		assertThat(server.call("ping", "[]")).isEqualTo(TestServer.result("\"pong\""));
		assertThat(events).containsExactly("before ping", "after pong");
	}

	@Test
	void convertsCustomTypesByPositionAndByName() {
		String user = "{'__type__':'user','uuid':'" + ANN + "'}";
		assertThat(this.converting.call("generate_user_token", "[" + user + "]"))
			.isEqualTo(TestServer.result("\"token-600d57b3\""));
		assertThat(this.converting.call("generate_user_token", "{'user':" + user + "}"))
			.isEqualTo(TestServer.result("\"token-600d57b3\""));
	}

	@Test
	void leavesOtherParamsAsTheyAre() {
		assertThat(this.converting.call("echo", "[1,'a',null,{'b':[true]}]"))
			.isEqualTo(TestServer.result("[1,\"a\",null,{\"b\":[true]}]"));
		assertThat(this.converting.call("echo", "{'a':null,'b':{'c':1}}"))
			.isEqualTo(TestServer.result("{\"a\":null,\"b\":{\"c\":1}}"));
		assertThat(this.converting.answer("{'jsonrpc':'2.0','method':'echo','id':1}"))
			.isEqualTo(TestServer.result("null"));
	}

	@Test
	void refusesUnknownTypes() {
		assertThat(this.converting.call("generate_user_token", "[{'__type__':'robot'}]"))
			.isEqualTo(TestServer.error(-32602, "Invalid params"));
	}

	@Test
	void convertsInEachEntryOfBatch() {
		String call = TestServer.request("generate_user_token", "[{'__type__':'user','uuid':'" + ANN + "'}]");
		String answer = TestServer.result("\"token-600d57b3\"");
		assertThat(this.converting.answer("[" + call + "," + call + "]")).isEqualTo("[" + answer + "," + answer + "]");
	}

	private record User(UUID uuid, String name) {

		static Mono<User> find(UUID uuid) {
			return Mono.just(new User(uuid, "Ann"));
		}

	}

	/**
	 * Replaces what says its type by an object of that type, before the method is called.
	 */
	private static final class TypeConversion implements RpcMiddleware {

		@Override
		public Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain) {
			return convert(request.params()).flatMap((params) -> chain.next(request.withParams(params)));
		}

		private static Mono<JsonRpcParams> convert(JsonRpcParams params) {
			return switch (params.kind()) {
				case NONE -> Mono.just(params);
				case POSITIONAL -> convertAll(params.asList()).map(JsonRpcParams::positional);
				case NAMED -> convertAll(params.asMap().values())
					.map((values) -> JsonRpcParams.named(zip(params.asMap().keySet(), values)));
			};
		}

		// Reactor carries no null, so that each value comes in a list of one
		private static Mono<List<@Nullable Object>> convertAll(Iterable<@Nullable Object> values) {
			List<List<@Nullable Object>> wrapped = new ArrayList<>();
			values.forEach((value) -> wrapped.add(Collections.singletonList(value)));
			return Flux.fromIterable(wrapped)
				.concatMap((value) -> convertOne(value.get(0)).defaultIfEmpty(value))
				.reduceWith(ArrayList::new, (all, value) -> {
					all.addAll(value);
					return all;
				});
		}

		private static Mono<List<@Nullable Object>> convertOne(@Nullable Object value) {
			if (!(value instanceof Map<?, ?> map) || !map.containsKey("__type__")) {
				return Mono.empty();
			}
			if ("user".equals(map.get("__type__"))) {
				return User.find(UUID.fromString((String) map.get("uuid"))).map(List::of);
			}
			return Mono.error(new InvalidParamsException());
		}

		private static Map<String, @Nullable Object> zip(Iterable<String> names, List<@Nullable Object> values) {
			Map<String, @Nullable Object> zipped = new LinkedHashMap<>();
			names.forEach((name) -> zipped.put(name, values.get(zipped.size())));
			return zipped;
		}

	}

}
