package io.github.springjsonrpc.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import io.github.springjsonrpc.server.method.RpcFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link MethodInvoker}: threads, deadlines and results. Seed rows S16, S21 and
 * S73.
 */
class MethodInvokerTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	private final Scheduler worker = Schedulers.newBoundedElastic(1, 1, "rpc-worker");

	@AfterEach
	void stop() {
		this.worker.dispose();
	}

	private JsonRpcServerBuilder builder() {
		return TestServer.builder().scheduler(this.worker);
	}

	private TestServer server(JsonRpcMethod... methods) {
		return TestServer.of(builder(), methods);
	}

	@Test
	void runsBlockingMethodOnTheScheduler() {
		TestServer server = server(RpcFunction.named("thread").call(() -> Thread.currentThread().getName()));
		assertThat(server.call("thread", "[]")).contains("\"rpc-worker");
	}

	@Test
	void runsOtherMethodsOnTheThreadOfTheCaller() {
		TestServer server = server(RpcFunction.named("thread").callReactive(() -> Thread.currentThread().getName()));
		assertThat(server.call("thread", "[]"))
			.isEqualTo(TestServer.result("\"" + Thread.currentThread().getName() + "\""));
	}

	@Test
	void runsBlockingMethodOffTheThreadThatMiddlewareAnswersOn() {
		TestServer server = TestServer.of(builder().middleware((request, chain) -> {
			assertThat(Thread.currentThread().getName()).doesNotContain("rpc-worker");
			return chain.next(request);
		}), RpcFunction.named("thread").call(() -> Thread.currentThread().getName()));
		assertThat(server.call("thread", "[]")).contains("\"rpc-worker");
	}

	@Test
	void answersWhatTheSchedulerHasNoRoomFor() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		TestServer server = server(RpcFunction.named("block").call(() -> {
			entered.countDown();
			return awaitQuietly(release);
		}));
		CompletableFuture<String> running = server.send(TestServer.request("block", "[]", "1")).toFuture();
		assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
		CompletableFuture<String> waiting = server.send(TestServer.request("block", "[]", "2")).toFuture();
		assertThat(server.answer(TestServer.request("block", "[]", "3")))
			.startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32005,\"message\":\"Limit exceeded\"")
			.endsWith("\"id\":3}");
		release.countDown();
		assertThat(running).succeedsWithin(TestServer.TIMEOUT).isEqualTo(TestServer.result("true", "1"));
		assertThat(waiting).succeedsWithin(TestServer.TIMEOUT).isEqualTo(TestServer.result("true", "2"));
	}

	@Test
	void doesNotTakeRejectionInsideOfTheMethodForItsOwn() {
		RejectedExecutionException rejected = new RejectedExecutionException("of the method's own pool");
		TestServer server = server(RpcFunction.named("throws").call(() -> {
			throw rejected;
		}), RpcFunction.named("signals").call(() -> Mono.error(rejected)),
				RpcFunction.named("completes").call(() -> CompletableFuture.failedFuture(rejected)),
				RpcFunction.named("reactive").callReactive(() -> Mono.error(rejected)));
		assertThat(server.call("throws", "[]")).isEqualTo(TestServer.internalError("1"));
		assertThat(server.call("signals", "[]")).isEqualTo(TestServer.internalError("1"));
		assertThat(server.call("completes", "[]")).isEqualTo(TestServer.internalError("1"));
		assertThat(server.call("reactive", "[]")).isEqualTo(TestServer.internalError("1"));
	}

	@Test
	void cancelsMonoThatTakesTooLong() {
		AtomicBoolean cancelled = new AtomicBoolean();
		TestServer server = TestServer.of(builder().timeout(SHORT),
				RpcFunction.named("never").callReactive(() -> Mono.never().doOnCancel(() -> cancelled.set(true))));
		assertThat(server.call("never", "[]")).isEqualTo(TestServer.error(-32002, "Deadline exceeded"));
		await().untilTrue(cancelled);
	}

	@Test
	void interruptsBlockingMethodThatTakesTooLong() {
		CountDownLatch interrupted = new CountDownLatch(1);
		TestServer server = TestServer.of(builder().timeout(SHORT),
				RpcFunction.named("block").call(() -> block(interrupted)));
		assertThat(server.call("block", "[]")).isEqualTo(TestServer.error(-32002, "Deadline exceeded"));
		await().until(() -> interrupted.getCount() == 0);
	}

	@Test
	void interruptsBlockingMethodWhoseCallerGoesAway() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch interrupted = new CountDownLatch(1);
		TestServer server = server(RpcFunction.named("block").call(() -> {
			entered.countDown();
			return block(interrupted);
		}));
		Disposable caller = server.send(TestServer.request("block", "[]")).subscribe();
		assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
		caller.dispose();
		await().until(() -> interrupted.getCount() == 0);
	}

	@Test
	void neverRunsBlockingMethodWhoseCallerGoesAwayWhileItWaits() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		AtomicInteger calls = new AtomicInteger();
		TestServer server = server(RpcFunction.named("block").call(() -> {
			entered.countDown();
			return awaitQuietly(release);
		}), RpcFunction.named("count").call(calls::incrementAndGet));
		CompletableFuture<String> running = server.send(TestServer.request("block", "[]")).toFuture();
		assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
		server.send(TestServer.request("count", "[]")).subscribe().dispose();
		release.countDown();
		assertThat(running).succeedsWithin(TestServer.TIMEOUT);
		// the worker has one thread: whatever was before this has run
		assertThat(server.call("count", "[]")).isEqualTo(TestServer.result("1"));
	}

	@Test
	void countsTimeInTheQueueAgainstTheDeadline() throws InterruptedException {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch release = new CountDownLatch(1);
		this.worker.schedule(() -> {
			entered.countDown();
			awaitQuietly(release);
		});
		assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
		TestServer server = TestServer.of(builder().timeout(SHORT), RpcFunction.named("ping").call(() -> "pong"));
		assertThat(server.call("ping", "[]")).isEqualTo(TestServer.error(-32002, "Deadline exceeded"));
		release.countDown();
	}

	@Test
	void leavesMethodThatIsInTimeAlone() {
		TestServer server = TestServer.of(builder().timeout(Duration.ofMinutes(1)),
				RpcFunction.named("ping").call(() -> "pong"), RpcFunction.named("now").callReactive(() -> "now"));
		assertThat(server.call("ping", "[]")).isEqualTo(TestServer.result("\"pong\""));
		assertThat(server.call("now", "[]")).isEqualTo(TestServer.result("\"now\""));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void passesResultThroughTheMapper(boolean blocking) {
		TestServer server = server(method("plain", blocking, "value", (value) -> "<" + value + ">"),
				method("ofMono", blocking, Mono.just("value"), (value) -> "<" + value + ">"),
				method("ofFlux", blocking, Flux.just(1, 2), (value) -> "<" + value + ">"),
				method("mono", blocking, "value", (value) -> Mono.just("<" + value + ">")),
				method("future", blocking, "value", (value) -> CompletableFuture.supplyAsync(() -> "<" + value + ">")),
				method("flux", blocking, "value", (value) -> Flux.just(1, 2)));
		assertThat(server.call("plain", "[]")).isEqualTo(TestServer.result("\"<value>\""));
		assertThat(server.call("ofMono", "[]")).isEqualTo(TestServer.result("\"<value>\""));
		assertThat(server.call("ofFlux", "[]")).isEqualTo(TestServer.result("\"<[1, 2]>\""));
		assertThat(server.call("mono", "[]")).isEqualTo(TestServer.result("\"<value>\""));
		assertThat(server.call("future", "[]")).isEqualTo(TestServer.result("\"<value>\""));
		assertThat(server.call("flux", "[]")).isEqualTo(TestServer.result("[1,2]"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void passesNoNullThroughTheMapper(boolean blocking) {
		AtomicInteger mapped = new AtomicInteger();
		TestServer server = server(method("null", blocking, null, (value) -> mapped.incrementAndGet()),
				method("empty", blocking, Mono.empty(), (value) -> mapped.incrementAndGet()), method("future", blocking,
						CompletableFuture.completedFuture(null), (value) -> mapped.incrementAndGet()));
		assertThat(server.call("null", "[]")).isEqualTo(TestServer.result("null"));
		assertThat(server.call("empty", "[]")).isEqualTo(TestServer.result("null"));
		assertThat(server.call("future", "[]")).isEqualTo(TestServer.result("null"));
		assertThat(mapped).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void takesNullAndFailuresOfTheMapper(boolean blocking) {
		TestServer server = server(method("null", blocking, "value", (value) -> null),
				method("empty", blocking, "value", (value) -> Mono.empty()),
				method("throws", blocking, "value", (value) -> {
					throw new IllegalStateException("not today");
				}), method("signals", blocking, "value", (value) -> Mono.error(new IllegalStateException("x"))));
		assertThat(server.call("null", "[]")).isEqualTo(TestServer.result("null"));
		assertThat(server.call("empty", "[]")).isEqualTo(TestServer.result("null"));
		assertThat(server.call("throws", "[]")).isEqualTo(TestServer.internalError("1"));
		assertThat(server.call("signals", "[]")).isEqualTo(TestServer.internalError("1"));
	}

	@Test
	void invokesMethodAgainWithEachSubscription() {
		AtomicInteger calls = new AtomicInteger();
		TestServer server = server(RpcFunction.named("count").callReactive(calls::incrementAndGet));
		Mono<String> answer = server.send(TestServer.request("count", "[]"));
		StepVerifier.create(answer).expectNext(TestServer.result("1")).expectComplete().verify(TestServer.TIMEOUT);
		StepVerifier.create(answer).expectNext(TestServer.result("2")).expectComplete().verify(TestServer.TIMEOUT);
	}

	private static JsonRpcMethod method(String name, boolean blocking, @Nullable Object result,
			Function<Object, @Nullable Object> mapper) {
		RpcFunction method = RpcFunction.named(name).resultMapper(mapper);
		return blocking ? method.call(() -> result) : method.callReactive(() -> result);
	}

	private static boolean awaitQuietly(CountDownLatch latch) {
		try {
			return latch.await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

	private static boolean block(CountDownLatch interrupted) {
		try {
			return new CountDownLatch(1).await(20, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			interrupted.countDown();
			return false;
		}
	}

}
