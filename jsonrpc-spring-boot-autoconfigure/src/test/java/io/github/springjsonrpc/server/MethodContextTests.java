package io.github.springjsonrpc.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.method.RpcFunction;
import io.micrometer.context.ContextRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link MethodInvoker}: what has to be there when a method begins, whatever
 * thread it runs on. Seed rows S20, S51 and S131.
 */
class MethodContextTests {

	private static final String KEY = "method-context-tests";

	private final ThreadLocal<@Nullable String> local = new ThreadLocal<>();

	private final Scheduler worker = Schedulers.newBoundedElastic(1, 100, "rpc-worker");

	private final List<String> events = new ArrayList<>();

	@BeforeEach
	void register() {
		ContextRegistry.getInstance()
			.registerThreadLocalAccessor(KEY, this.local::get, this.local::set, this.local::remove);
	}

	@AfterEach
	void unregister() {
		ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
		this.worker.dispose();
	}

	private TestServer server(JsonRpcMethod... methods) {
		return TestServer.of(TestServer.builder().scheduler(this.worker), methods);
	}

	private JsonRpcMethod readLocal(boolean blocking) {
		RpcFunction method = RpcFunction.named("read");
		return blocking ? method.call(this.local::get) : method.callReactive(this.local::get);
	}

	private JsonRpcMethod readContext(boolean blocking) {
		RpcFunction method = RpcFunction.named("read");
		Mono<Object> read = Mono.deferContextual((context) -> Mono.just(context.get("who")));
		return blocking ? method.call(() -> read) : method.callReactive(() -> read);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void givesMethodTheReactorContext(boolean blocking) {
		TestServer server = server(readContext(blocking));
		StepVerifier
			.create(server.send("[" + TestServer.request("read", "[]") + "]").contextWrite((c) -> c.put("who", "Ann")))
			.expectNext("[" + TestServer.result("\"Ann\"") + "]")
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void givesMethodOfNotificationTheReactorContext(boolean blocking) {
		Sinks.One<Object> seen = Sinks.one();
		Mono<Object> read = Mono.deferContextual((context) -> {
			seen.tryEmitValue(context.get("who")).orThrow();
			return Mono.empty();
		});
		RpcFunction method = RpcFunction.named("read");
		TestServer server = server(blocking ? method.call(() -> read) : method.callReactive(() -> read));
		StepVerifier.create(server.send(TestServer.notification("read", "[]")).contextWrite((c) -> c.put("who", "Ann")))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		assertThat(seen.asMono().block(TestServer.TIMEOUT)).isEqualTo("Ann");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void givesMethodTheContextThatMiddlewareWrites(boolean blocking) {
		TestServer server = TestServer.of(
				TestServer.builder()
					.middleware((request, chain) -> chain.next(request).contextWrite((c) -> c.put("who", "Bob"))),
				readContext(blocking));
		assertThat(server.call("read", "[]")).isEqualTo(TestServer.result("\"Bob\""));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void givesMethodTheThreadLocalsOfItsCaller(boolean blocking) {
		TestServer server = server(readLocal(blocking));
		this.local.set("Ann");
		try {
			assertThat(server.call("read", "[]")).isEqualTo(TestServer.result("\"Ann\""));
			assertThat(this.local.get()).isEqualTo("Ann");
		}
		finally {
			this.local.remove();
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void setsThreadLocalsFromTheReactorContext(boolean blocking) {
		TestServer server = server(readLocal(blocking));
		StepVerifier.create(server.send(TestServer.request("read", "[]")).contextWrite((c) -> c.put(KEY, "Ann")))
			.expectNext(TestServer.result("\"Ann\""))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		assertThat(this.local.get()).isNull();
	}

	@Test
	void leavesNoThreadLocalsOnTheWorker() {
		TestServer server = server(readLocal(true), RpcFunction.named("fail").call(() -> {
			throw new JsonRpcException(7, String.valueOf(this.local.get()));
		}));
		this.local.set("Ann");
		assertThat(server.call("read", "[]")).isEqualTo(TestServer.result("\"Ann\""));
		assertThat(server.call("fail", "[]")).isEqualTo(TestServer.error(7, "Ann"));
		this.local.remove();
		assertThat(Mono.fromCallable(() -> String.valueOf(this.local.get()))
			.subscribeOn(this.worker)
			.block(TestServer.TIMEOUT)).isEqualTo("null");
		assertThat(server.call("read", "[]")).isEqualTo(TestServer.result("null"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void preparesOnTheThreadOfTheCallerBeforeTheMethodRuns(boolean blocking) {
		Sinks.One<String> prepared = Sinks.one();
		TestServer server = server(new Prepared(blocking, (request) -> {
			this.events.add("prepare on " + Thread.currentThread().getName());
			return prepared.asMono().map((user) -> request.withAttribute("user", user));
		}));
		StepVerifier.create(server.send(TestServer.request("prepared", "[]"))).then(() -> {
			assertThat(this.events).containsExactly("prepare on " + Thread.currentThread().getName());
			prepared.tryEmitValue("Ann").orThrow();
		})
			.assertNext((answer) -> assertThat(answer)
				.startsWith("{\"jsonrpc\":\"2.0\",\"result\":\"Ann on " + (blocking ? "rpc-worker" : "")))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void doesNotRunMethodThatCouldNotBePrepared(boolean blocking) {
		assertThat(server(new Prepared(blocking, (request) -> Mono.error(new JsonRpcException(7, "unprepared"))))
			.call("prepared", "[]")).isEqualTo(TestServer.error(7, "unprepared"));
		assertThat(server(new Prepared(blocking, (request) -> {
			throw new IllegalStateException("not today");
		})).call("prepared", "[]")).isEqualTo(TestServer.internalError("1"));
		assertThat(this.events).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void doesNotAnswerSuccessForMethodThatNeverRan(boolean blocking) {
		assertThat(server(new Prepared(blocking, (request) -> Mono.empty())).call("prepared", "[]"))
			.isEqualTo(TestServer.internalError("1"));
		assertThat(this.events).isEmpty();
	}

	@Test
	void countsPreparationAgainstTheDeadline() {
		TestServer server = TestServer.of(TestServer.builder().timeout(Duration.ofMillis(50)),
				new Prepared(false, (request) -> Mono.never()));
		assertThat(server.call("prepared", "[]")).isEqualTo(TestServer.error(-32002, "Deadline exceeded"));
	}

	/**
	 * A method that has to wait for something before it can run.
	 */
	private final class Prepared implements JsonRpcMethod {

		private final boolean blocking;

		private final Function<JsonRpcRequest, Mono<JsonRpcRequest>> preparation;

		private Prepared(boolean blocking, Function<JsonRpcRequest, Mono<JsonRpcRequest>> preparation) {
			this.blocking = blocking;
			this.preparation = preparation;
		}

		@Override
		public String name() {
			return "prepared";
		}

		@Override
		public boolean blocking() {
			return this.blocking;
		}

		@Override
		public Handler handler(JsonRpcCodec codec) {
			return new Handler() {

				@Override
				public Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
					return Prepared.this.preparation.apply(request);
				}

				@Override
				public Object handle(JsonRpcRequest request) {
					if (request.attributes().isEmpty()) {
						MethodContextTests.this.events.add("ran unprepared");
					}
					return request.attribute("user") + " on " + Thread.currentThread().getName();
				}

			};
		}

	}

}
