package io.github.springjsonrpc.middleware;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.TestServer;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RpcMiddleware}. Seed rows S4, S51, S129, S131 to S136 and S157 to
 * S159.
 */
class RpcMiddlewareTests {

	private static final JsonRpcRequest REQUEST = JsonRpcRequest.request(JsonRpcId.of(1), "ping", JsonRpcParams.none());

	private final List<String> events = new ArrayList<>();

	private final JsonRpcMethod echo = RpcFunction.named("echo").callRequestReactive((request) -> {
		this.events.add("method");
		return request.params();
	});

	private final JsonRpcMethod ping = RpcFunction.named("ping").callReactive(() -> {
		this.events.add("method");
		return "pong";
	});

	private TestServer server(RpcMiddleware... middlewares) {
		return TestServer.of(TestServer.builder().middleware(middlewares), this.echo, this.ping);
	}

	private RpcMiddleware recording(String name) {
		return (request, chain) -> {
			this.events.add("before " + name);
			return chain.next(request).doOnNext((response) -> this.events.add("after " + name));
		};
	}

	@Test
	void wrapsWithTheFirstOneOutermost() {
		assertThat(server(recording("a"), recording("b"), recording("c")).call("ping", "[]"))
			.isEqualTo(TestServer.result("\"pong\""));
		assertThat(this.events).containsExactly("before a", "before b", "before c", "method", "after c", "after b",
				"after a");
	}

	@Test
	void addsInsideOfWhatWasAddedBefore() {
		TestServer server = TestServer.of(
				TestServer.builder().middleware(recording("a")).middleware(List.of(recording("b"), recording("c"))),
				this.ping);
		server.call("ping", "[]");
		assertThat(this.events).startsWith("before a", "before b", "before c", "method");
	}

	@Test
	void composesChainOfNothing() {
		Mono<JsonRpcResponse> answer = Mono.just(JsonRpcResponse.success(null, 1));
		RpcMiddleware.Chain end = (request) -> answer;
		assertThat(RpcMiddleware.chain(List.of(), end)).isSameAs(end);
	}

	@Test
	void answersByItself() {
		TestServer server = server(recording("outer"),
				(request, chain) -> Mono.just(JsonRpcResponse.success(request.id(), "mine")), recording("inner"));
		assertThat(server.call("ping", "[]")).isEqualTo(TestServer.result("\"mine\""));
		assertThat(this.events).containsExactly("before outer", "after outer");
	}

	@Test
	void refusesByItself() {
		TestServer server = server((request, chain) -> Mono.error(new JsonRpcException(-32001, "Unauthorized")));
		assertThat(server.call("ping", "[]")).isEqualTo(TestServer.error(-32001, "Unauthorized"));
		assertThat(this.events).isEmpty();
	}

	@Test
	void redirectsToAnotherMethod() {
		TestServer server = server((request, chain) -> chain.next(request.withMethod("echo")));
		assertThat(server.call("ping", "[1]")).isEqualTo(TestServer.result("[1]"));
		assertThat(server.call("unknown", "[1]")).isEqualTo(TestServer.result("[1]"));
	}

	@Test
	void changesParams() {
		assertThat(server((request, chain) -> chain.next(request.withParams(JsonRpcParams.positional(1, "two", null))))
			.call("echo", "{'a':1}")).isEqualTo(TestServer.result("[1,\"two\",null]"));
		assertThat(server((request, chain) -> {
			List<Object> reversed = new ArrayList<>(request.params().asList());
			Collections.reverse(reversed);
			return chain.next(request.withParams(JsonRpcParams.positional(reversed)));
		}).call("echo", "[1,{'a':2}]")).isEqualTo(TestServer.result("[{\"a\":2},1]"));
		assertThat(server((request, chain) -> chain.next(request.withParams(JsonRpcParams.none()))).call("echo", "[1]"))
			.isEqualTo(TestServer.result("null"));
	}

	@Test
	void changesParamsThatAreBoundToArguments() {
		JsonRpcMethod add = RpcFunction.named("add")
			.param("a", Integer.class)
			.param("b", Integer.class)
			.callReactive(Integer::sum);
		TestServer server = TestServer.of(TestServer.builder()
			.middleware(
					(request, chain) -> chain.next(request.withParams(JsonRpcParams.named(Map.of("a", 1, "b", 2))))),
				add);
		assertThat(server.call("add", "['not','numbers']")).isEqualTo(TestServer.result("3"));
	}

	@Test
	void handsAttributesToTheMethod() {
		TestServer server = TestServer.of(
				TestServer.builder()
					.middleware((request, chain) -> chain.next(request.withAttribute("tenant", "blue")),
							(request, chain) -> chain.next(request.withAttribute("tenant", "green"))),
				RpcFunction.named("tenant").callRequestReactive((request) -> request.attribute("tenant")));
		assertThat(server.call("tenant", "{'tenant':'red'}")).isEqualTo(TestServer.result("\"green\""));
	}

	@Test
	void replacesTheResult() {
		assertThat(server((request, chain) -> chain.next(request)
			.map((response) -> response.withResult(List.of(response.id().toJson(), "replaced")))).call("ping", "[]"))
			.isEqualTo(TestServer.result("[\"1\",\"replaced\"]"));
		assertThat(server((request, chain) -> chain.next(request)
			.map((response) -> response.withError(new JsonRpcError(7, "seven", null)))).call("ping", "[]"))
			.isEqualTo(TestServer.error(7, "seven"));
	}

	@Test
	void waitsForWhatItNeeds() {
		Sinks.One<String> token = Sinks.one();
		TestServer server = server((request, chain) -> token.asMono().flatMap((value) -> {
			this.events.add(value);
			return chain.next(request);
		}));
		StepVerifier.create(server.send(TestServer.request("ping", "[]"))).then(() -> {
			assertThat(this.events).isEmpty();
			token.tryEmitValue("token").orThrow();
		}).expectNext(TestServer.result("\"pong\"")).expectComplete().verify(TestServer.TIMEOUT);
		assertThat(this.events).containsExactly("token", "method");
	}

	@Test
	void catches() {
		TestServer server = TestServer.of(
				TestServer.builder()
					.middleware((request, chain) -> chain.next(request)
						.onErrorResume(IllegalStateException.class,
								(ex) -> Mono.just(JsonRpcResponse.success(request.id(), "caught " + ex.getMessage())))),
				RpcFunction.named("fail").callReactive(() -> {
					throw new IllegalStateException("reactive");
				}), RpcFunction.named("failBlocking").call(() -> {
					throw new IllegalStateException("blocking");
				}));
		assertThat(server.call("fail", "[]")).isEqualTo(TestServer.result("\"caught reactive\""));
		assertThat(server.call("failBlocking", "[]")).isEqualTo(TestServer.result("\"caught blocking\""));
	}

	@Test
	void catchesThatThereIsNoMethod() {
		TestServer server = server((request, chain) -> chain.next(request)
			.onErrorResume((ex) -> Mono.just(JsonRpcResponse.success(request.id(), ex.getMessage()))));
		assertThat(server.call("unknown", "[]")).isEqualTo(TestServer.result("\"Method not found\""));
	}

	@ParameterizedTest
	@MethodSource("failingChains")
	void signalsWhatIsThrownFurtherIn(RpcMiddleware.Chain failing, String message) {
		List<String> caught = new ArrayList<>();
		RpcMiddleware.Chain chain = RpcMiddleware.chain(List.of(catching("outer", caught), catching("inner", caught)),
				failing);
		StepVerifier.create(chain.next(REQUEST)).expectErrorMessage(message).verify(TestServer.TIMEOUT);
		assertThat(caught).containsExactly("inner " + message, "outer " + message);
	}

	@ParameterizedTest
	@MethodSource("failingChains")
	void signalsWhatMiddlewareThrows(RpcMiddleware.Chain failing, String message) {
		List<String> caught = new ArrayList<>();
		RpcMiddleware.Chain chain = RpcMiddleware.chain(
				List.of((request, rest) -> failing.next(request), catching("inner", caught)),
				(request) -> Mono.never());
		StepVerifier.create(chain.next(REQUEST)).expectErrorMessage(message).verify(TestServer.TIMEOUT);
		assertThat(caught).isEmpty();
	}

	private static RpcMiddleware catching(String name, List<String> caught) {
		return (request, chain) -> chain.next(request).doOnError((ex) -> caught.add(name + " " + ex.getMessage()));
	}

	@SuppressWarnings("NullAway")
	static Stream<Arguments> failingChains() {
		return Stream.of(Arguments.of(chain(() -> {
			throw new IllegalStateException("thrown");
		}), "thrown"), Arguments.of(chain(() -> {
			throw new StackOverflowError("deep");
		}), "The call failed with an error"), Arguments.of(chain(() -> null), "A middleware returned null"));
	}

	private static RpcMiddleware.Chain chain(Supplier<Mono<JsonRpcResponse>> next) {
		return (request) -> next.get();
	}

	@Test
	void letsOuterMiddlewareSeeWhatAPreparedMethodThrows() {
		List<String> caught = new ArrayList<>();
		TestServer server = TestServer.of(TestServer.builder().middleware(catching("outer", caught)), new Unprepared());
		assertThat(server.call("unprepared", "[]")).isEqualTo(TestServer.error(7, "seven"));
		assertThat(caught).containsExactly("outer seven");
	}

	@Test
	void runsTheCallAgainWithEachRetry() {
		AtomicInteger calls = new AtomicInteger();
		TestServer server = TestServer.of(
				TestServer.builder().middleware((request, chain) -> chain.next(request).retry(2)),
				RpcFunction.named("third").callReactive(() -> succeedThirdTime(calls)),
				RpcFunction.named("thirdBlocking").call(() -> succeedThirdTime(calls)));
		assertThat(server.call("third", "[]")).isEqualTo(TestServer.result("3"));
		calls.set(0);
		assertThat(server.call("thirdBlocking", "[]")).isEqualTo(TestServer.result("3"));
		calls.set(-1);
		assertThat(server.call("third", "[]")).isEqualTo(TestServer.internalError("1"));
	}

	private static int succeedThirdTime(AtomicInteger calls) {
		if (calls.incrementAndGet() < 3) {
			throw new IllegalStateException("not yet");
		}
		return calls.get();
	}

	@Test
	void runsForEachEntryOfBatchAndEachNotification() {
		TestServer server = server((request, chain) -> chain.next(request).doOnNext((response) -> {
			assertThat(response.id()).isSameAs(request.id());
			this.events.add(request.toString());
		}));
		server.answer("[" + TestServer.request("ping", "[]", "'a'") + "," + TestServer.notification("ping", "[]")
				+ ",1," + TestServer.request("echo", "[]", "2") + "]");
		server.answer(TestServer.notification("echo", "[]"));
		assertThat(this.events).containsExactly("method", "request \"a\" ping", "method", "notification ping", "method",
				"request 2 echo", "method", "notification echo");
	}

	@Test
	void seesNoMessageThatIsNoCall() {
		TestServer server = server(recording("a"));
		server.answer("[]");
		server.answer("1");
		server.answer("{'jsonrpc':'2.0','result':1,'id':1}");
		server.answer("not json");
		assertThat(this.events).isEmpty();
	}

	/**
	 * A method that throws before its call is handled.
	 */
	private static final class Unprepared implements JsonRpcMethod {

		@Override
		public String name() {
			return "unprepared";
		}

		@Override
		public Handler handler(JsonRpcCodec codec) {
			return new Handler() {

				@Override
				public Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
					throw new JsonRpcException(7, "seven");
				}

				@Override
				public Object handle(JsonRpcRequest request) {
					return "never";
				}

			};
		}

	}

}
