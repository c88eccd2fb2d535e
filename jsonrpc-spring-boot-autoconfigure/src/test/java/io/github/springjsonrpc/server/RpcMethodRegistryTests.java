package io.github.springjsonrpc.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RpcMethodRegistry}. Seed rows S5, S7 to S10, S17 and S18.
 */
class RpcMethodRegistryTests {

	private final TestServer server = TestServer.with();

	private final RpcMethodRegistry methods = this.server.methods();

	private static JsonRpcMethod method(String name, Object result) {
		return RpcFunction.named(name).callReactive(() -> result);
	}

	@Test
	void offersMethodThatWasAdded() {
		JsonRpcMethod ping = method("ping", "pong");
		assertThat(this.methods.find("ping")).isNull();
		assertThat(this.methods.add(ping)).isSameAs(ping);
		assertThat(this.methods.find("ping")).isSameAs(ping);
		assertThat(this.server.call("ping", "[]")).isEqualTo(TestServer.result("\"pong\""));
	}

	@Test
	void addsSeveralInTheirOrder() {
		List<JsonRpcMethod> several = List.of(method("b", 1), method("a", 2));
		assertThat(this.methods.addAll(several)).isEqualTo(several);
		assertThat(this.server.call("b", "[]")).isEqualTo(TestServer.result("1"));
		assertThat(this.server.call("a", "[]")).isEqualTo(TestServer.result("2"));
	}

	@Test
	void tellsWhereBothMethodsOfOneNameAreDeclared() {
		this.methods.add(new Owned("twice", "class First"));
		assertThatExceptionOfType(DuplicateMethodException.class)
			.isThrownBy(() -> this.methods.add(new Owned("twice", "class Second")))
			.withMessageContainingAll("'twice'", "class First", "class Second")
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo("twice");
				assertThat(ex.getRegistered()).isEqualTo("class First");
				assertThat(ex.getRejected()).isEqualTo("class Second");
			});
		assertThat(this.methods.all()).singleElement()
			.extracting((method) -> method.description().owner())
			.isEqualTo("class First");
	}

	@Test
	void addsAllOrNone() {
		this.methods.add(method("present", 1));
		assertThatExceptionOfType(DuplicateMethodException.class)
			.isThrownBy(() -> this.methods.addAll(List.of(method("a", 1), method("present", 2), method("b", 1))));
		assertThatExceptionOfType(DuplicateMethodException.class)
			.isThrownBy(() -> this.methods.addAll(List.of(method("a", 1), method("b", 1), method("a", 1))));
		assertThatExceptionOfType(InvalidMethodException.class)
			.isThrownBy(() -> this.methods.addAll(List.of(method("a", 1), method("rpc.a", 1))));
		assertThat(this.methods.all()).extracting(JsonRpcMethod::name).containsExactly("present");
		assertThat(this.server.call("present", "[]")).isEqualTo(TestServer.result("1"));
	}

	@Test
	void addsNoneIfOneCannotBePrepared() {
		assertThatIllegalStateException()
			.isThrownBy(() -> this.methods.addAll(List.of(method("a", 1), new Owned("unprepared", "") {
				@Override
				public Handler handler(JsonRpcCodec codec) {
					throw new IllegalStateException("not today");
				}
			})));
		assertThat(this.methods.all()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "rpc.", "rpc.methods", "rpc.a.b" })
	void refusesReservedAndEmptyNames(String name) {
		JsonRpcMethod method = method(name, 1);
		assertThatExceptionOfType(InvalidMethodException.class).isThrownBy(() -> this.methods.add(method))
			.withMessageContaining("'" + name + "'")
			.satisfies((ex) -> assertThat(ex.getRemedy()).contains("rpc."));
		assertThatExceptionOfType(InvalidMethodException.class).isThrownBy(() -> this.methods.replace(method));
		assertThat(this.methods.all()).isEmpty();
	}

	@Test
	void keepsTheMethodsOfTheLibrary() {
		RpcMethodRegistry methods = TestServer.of(TestServer.builder().introspection(true)).methods();
		assertThatExceptionOfType(InvalidMethodException.class).isThrownBy(() -> methods.remove("rpc.methods"))
			.withMessageContaining("'rpc.methods'");
		assertThat(methods.find("rpc.methods")).isNotNull();
		assertThat(methods.remove("")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rpc", "rpcx", "RPC.a", "a.rpc.", " ", "a b", "ключ" })
	void acceptsEveryOtherName(String name) {
		this.methods.add(method(name, 1));
		assertThat(this.server.call(name, "[]")).isEqualTo(TestServer.result("1"));
	}

	@Test
	void replacesMethodAndReturnsTheEarlierOne() {
		JsonRpcMethod earlier = this.methods.add(method("ping", "earlier"));
		JsonRpcMethod later = method("ping", "later");
		assertThat(this.methods.replace(later)).isSameAs(earlier);
		assertThat(this.methods.find("ping")).isSameAs(later);
		assertThat(this.server.call("ping", "[]")).isEqualTo(TestServer.result("\"later\""));
	}

	@Test
	void addsMethodThatReplacesNone() {
		assertThat(this.methods.replace(method("ping", "pong"))).isNull();
		assertThat(this.server.call("ping", "[]")).isEqualTo(TestServer.result("\"pong\""));
	}

	@Test
	void removesMethod() {
		JsonRpcMethod ping = this.methods.add(method("ping", "pong"));
		assertThat(this.methods.remove("ping")).isSameAs(ping);
		assertThat(this.methods.remove("ping")).isNull();
		assertThat(this.methods.find("ping")).isNull();
		assertThat(this.server.call("ping", "[]")).isEqualTo(TestServer.error(-32601, "Method not found"));
		this.methods.add(method("ping", "again"));
		assertThat(this.server.call("ping", "[]")).isEqualTo(TestServer.result("\"again\""));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void letsRunningCallsFinishWithTheMethodTheyBeganWith(boolean removed) {
		Sinks.One<Object> earlier = Sinks.one();
		this.methods.add(RpcFunction.named("work").callReactive(earlier::asMono));
		StepVerifier.create(this.server.send(TestServer.request("work", "[]"))).then(() -> {
			if (removed) {
				this.methods.remove("work");
				assertThat(this.server.call("work", "[]")).isEqualTo(TestServer.error(-32601, "Method not found"));
			}
			else {
				this.methods.replace(method("work", "later"));
				assertThat(this.server.call("work", "[]")).isEqualTo(TestServer.result("\"later\""));
			}
			earlier.tryEmitValue("earlier").orThrow();
		}).expectNext(TestServer.result("\"earlier\"")).expectComplete().verify(TestServer.TIMEOUT);
	}

	@Test
	void letsMethodReplaceItself() {
		this.methods.add(RpcFunction.named("self").callReactive(() -> {
			this.methods.replace(method("self", "new"));
			return "old";
		}));
		assertThat(this.server.call("self", "[]")).isEqualTo(TestServer.result("\"old\""));
		assertThat(this.server.call("self", "[]")).isEqualTo(TestServer.result("\"new\""));
	}

	@Test
	void losesNoMethodThatIsAddedWhileOthersAre() throws InterruptedException {
		CountDownLatch start = new CountDownLatch(1);
		CompletableFuture<Void> added = Flux.range(0, 4).flatMap((thread) -> Mono.fromRunnable(() -> {
			awaitQuietly(start);
			IntStream.range(0, 100).forEach((i) -> this.methods.add(method(thread + "." + i, i)));
		}).subscribeOn(Schedulers.boundedElastic())).then().toFuture();
		start.countDown();
		while (!added.isDone()) {
			String answer = this.server.call("0.0", "[]");
			assertThat(answer).isIn(TestServer.result("0"), TestServer.error(-32601, "Method not found"));
		}
		assertThat(added).succeedsWithin(TestServer.TIMEOUT);
		assertThat(this.methods.all()).hasSize(400);
	}

	private static void awaitQuietly(CountDownLatch latch) {
		try {
			assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void listsMethodsByName() {
		this.methods.addAll(List.of(method("b", 1), method("c", 1), method("a.b", 1), method("B", 1)));
		assertThat(this.methods.all()).extracting(JsonRpcMethod::name).containsExactly("B", "a.b", "b", "c");
	}

	@Test
	void listsTheMethodsOfTheMoment() {
		this.methods.add(method("a", 1));
		List<JsonRpcMethod> before = this.methods.all();
		this.methods.add(method("b", 1));
		assertThat(before).hasSize(1);
		assertThat(this.methods.all()).hasSize(2);
	}

	@Test
	void keepsMethodsOfServersApart() {
		JsonRpcMethod shared = method("shared", 1);
		TestServer other = TestServer.with(shared);
		this.methods.addAll(List.of(shared, method("own", 2)));
		assertThat(other.call("own", "[]")).isEqualTo(TestServer.error(-32601, "Method not found"));
		assertThat(other.call("shared", "[]")).isEqualTo(this.server.call("shared", "[]"));
	}

	/**
	 * A method that says where it is declared.
	 */
	private static class Owned implements JsonRpcMethod {

		private final String name;

		private final String owner;

		Owned(String name, String owner) {
			this.name = name;
			this.owner = owner;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public MethodDescription description() {
			return new MethodDescription("", List.of(), Object.class, this.owner);
		}

		@Override
		public Handler handler(JsonRpcCodec codec) {
			return (request) -> this.owner;
		}

	}

}
