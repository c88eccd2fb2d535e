package io.github.springjsonrpc.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcServer} and batches. Seed rows S6, S31 to S35, S42, S51 and
 * S138.
 */
class JsonRpcServerBatchTests {

	private final List<Sinks.One<Object>> running = new ArrayList<>();

	private final AtomicInteger cancelled = new AtomicInteger();

	/**
	 * Runs until the test ends it.
	 */
	private final JsonRpcMethod wait = RpcFunction.named("wait").callReactive(() -> {
		Sinks.One<Object> sink = Sinks.one();
		this.running.add(sink);
		return sink.asMono().doOnCancel(this.cancelled::incrementAndGet);
	});

	private final JsonRpcMethod echo = RpcFunction.named("echo").param("value", Object.class).callReactive((a) -> a);

	private static String batch(String... entries) {
		return "[" + String.join(",", entries) + "]";
	}

	private static String batch(int size, String method) {
		return IntStream.range(0, size)
			.mapToObj((i) -> TestServer.request(method, "[]", Integer.toString(i)))
			.collect(Collectors.joining(",", "[", "]"));
	}

	@Test
	void answersInTheOrderOfTheRequestsWhateverCompletesFirst() {
		TestServer server = TestServer.with(this.wait);
		StepVerifier.create(server.send(batch(3, "wait"))).then(() -> {
			this.running.get(2).tryEmitValue("c").orThrow();
			this.running.get(1).tryEmitValue("b").orThrow();
			this.running.get(0).tryEmitValue("a").orThrow();
		})
			.expectNext(batch(TestServer.result("\"a\"", "0"), TestServer.result("\"b\"", "1"),
					TestServer.result("\"c\"", "2")))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 16 })
	void runsNoMoreEntriesAtOnceThanAllowed(int limit) {
		TestServer server = TestServer.of(TestServer.builder().batchConcurrency(limit), this.wait);
		StepVerifier.create(server.send(batch(40, "wait"))).then(() -> {
			for (int done = 0; done < 40; done++) {
				assertThat(this.running).hasSize(Math.min(40, done + limit));
				this.running.get(done).tryEmitValue(done).orThrow();
			}
		})
			.assertNext((answer) -> assertThat(answer).startsWith("[{").contains("\"id\":0}", "\"id\":39}"))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		assertThat(this.cancelled).hasValue(0);
	}

	@Test
	void goesOnWithLaterEntriesWhileAnEarlyOneTakesLong() {
		AtomicInteger calls = new AtomicInteger();
		TestServer server = TestServer.of(TestServer.builder().batchConcurrency(2), this.wait,
				RpcFunction.named("count").callReactive(calls::incrementAndGet));
		String entries = IntStream.range(1, 100)
			.mapToObj((i) -> TestServer.request("count", "[]", Integer.toString(i)))
			.collect(Collectors.joining(",", "[" + TestServer.request("wait", "[]", "0") + ",", "]"));
		StepVerifier.create(server.send(entries)).then(() -> {
			assertThat(calls).hasValue(99);
			this.running.get(0).tryEmitValue("late").orThrow();
		})
			.assertNext((answer) -> assertThat(answer).startsWith("[" + TestServer.result("\"late\"", "0"))
				.endsWith(TestServer.result("99", "99") + "]"))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void runsEveryBlockingEntryWithinTheLimit() {
		AtomicInteger active = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		TestServer server = TestServer.of(TestServer.builder().batchConcurrency(4),
				RpcFunction.named("block").call(() -> {
					most.accumulateAndGet(active.incrementAndGet(), Math::max);
					Thread.yield();
					return active.decrementAndGet() >= 0;
				}));
		String answer = server.answer(batch(200, "block"));
		assertThat(answer).isEqualTo(IntStream.range(0, 200)
			.mapToObj((i) -> TestServer.result("true", Integer.toString(i)))
			.collect(Collectors.joining(",", "[", "]")));
		assertThat(most.get()).isBetween(1, 4);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 16, 1000 })
	void answersThousandEntriesThatCompleteAtOnce(int concurrency) {
		TestServer server = TestServer.of(TestServer.builder().batchConcurrency(concurrency),
				RpcFunction.named("ping").callReactive(() -> "pong"));
		assertThat(server.answer(batch(1000, "ping"))).isEqualTo(IntStream.range(0, 1000)
			.mapToObj((i) -> TestServer.result("\"pong\"", Integer.toString(i)))
			.collect(Collectors.joining(",", "[", "]")));
	}

	@Test
	void runsThousandNotificationsThatCompleteAtOnce() {
		AtomicInteger calls = new AtomicInteger();
		TestServer server = TestServer.of(TestServer.builder().batchConcurrency(1),
				RpcFunction.named("count").callReactive(calls::incrementAndGet));
		String notifications = IntStream.range(0, 1000)
			.mapToObj((i) -> TestServer.notification("count", "[]"))
			.collect(Collectors.joining(",", "[", "]"));
		assertThat(server.answer(notifications)).isEmpty();
		assertThat(calls).hasValue(1000);
	}

	@Test
	void answersNoNotificationAmongTheEntries() {
		AtomicInteger calls = new AtomicInteger();
		TestServer server = TestServer.with(this.echo, RpcFunction.named("count").call(calls::incrementAndGet),
				RpcFunction.named("fail").callReactive(() -> {
					throw new IllegalStateException("not today");
				}));
		assertThat(server.answer(batch(TestServer.notification("count", "[]"), TestServer.request("echo", "[1]", "1"),
				TestServer.notification("fail", "[]"), TestServer.notification("unknown", "[]"),
				TestServer.request("echo", "[2]", "2"), TestServer.notification("count", "[]"))))
			.isEqualTo(batch(TestServer.result("1", "1"), TestServer.result("2", "2")));
		assertThat(calls).hasValue(2);
	}

	@Test
	void answersNothingToNotificationsOnly() {
		TestServer server = TestServer.with(this.echo);
		StepVerifier
			.create(server.send(batch(TestServer.notification("echo", "[1]"), TestServer.notification("echo", "[2]"))))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void answersBatchOfOneWithBatch() {
		assertThat(TestServer.with(this.echo).answer(batch(TestServer.request("echo", "['a']"))))
			.isEqualTo(batch(TestServer.result("\"a\"")));
	}

	@Test
	void answersEmptyBatchWithOneError() {
		assertThat(TestServer.with(this.echo).answer("[]"))
			.isEqualTo(TestServer.error(-32600, "Invalid Request", "null"));
	}

	@Test
	void runsNothingOfBatchLargerThanLimit() {
		AtomicInteger calls = new AtomicInteger();
		TestServer server = TestServer.with(RpcFunction.named("count").callReactive(calls::incrementAndGet));
		assertThat(server.answer(batch(1001, "count"))).startsWith("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,")
			.endsWith(",\"id\":null}");
		assertThat(calls).hasValue(0);
	}

	@Test
	void answersEachInvalidEntryByItself() {
		String invalid = TestServer.error(-32600, "Invalid Request", "null");
		TestServer server = TestServer.with(this.echo);
		assertThat(server.answer("[1,2,3]")).isEqualTo(batch(invalid, invalid, invalid));
		assertThat(server.answer("[[" + TestServer.request("echo", "[1]") + "]]")).isEqualTo(batch(invalid));
		assertThat(server.answer("[1," + TestServer.request("echo", "['a']") + ",{'method':'echo','id':'x'}]"))
			.isEqualTo(
					batch(invalid, TestServer.result("\"a\""), TestServer.error(-32600, "Invalid Request", "\"x\"")));
	}

	@Test
	void answersEntriesOfTheSameIdEach() {
		assertThat(TestServer.with(this.echo)
			.answer(batch(TestServer.request("echo", "['a']"), TestServer.request("echo", "['b']"))))
			.isEqualTo(batch(TestServer.result("\"a\""), TestServer.result("\"b\"")));
	}

	@Test
	void keepsFailureOfOneEntryFromTheOthers() {
		TestServer server = TestServer.with(this.echo, RpcFunction.named("throw").callReactive(() -> {
			throw new IllegalStateException("not today");
		}), RpcFunction.named("known").call(() -> {
			throw new JsonRpcException(7, "known");
		}), RpcFunction.named("assert").callReactive(() -> {
			throw new AssertionError("broken");
		}), RpcFunction.named("signal").callReactive(() -> Mono.error(new IllegalStateException("not today"))));
		assertThat(server.answer(batch(TestServer.request("throw", "[]", "1"), TestServer.request("echo", "[1]", "2"),
				TestServer.request("known", "[]", "3"), TestServer.request("assert", "[]", "4"),
				TestServer.request("signal", "[]", "5"), TestServer.request("echo", "[2]", "6"))))
			.isEqualTo(
					batch(TestServer.internalError("1"), TestServer.result("1", "2"), TestServer.error(7, "known", "3"),
							TestServer.internalError("4"), TestServer.internalError("5"), TestServer.result("2", "6")));
	}

	@Test
	void cancelsWhatRunsAndStartsNoMore() {
		TestServer server = TestServer.of(TestServer.builder().batchConcurrency(3), this.wait);
		Disposable sender = server.send(batch(10, "wait")).subscribe();
		assertThat(this.running).hasSize(3);
		this.running.get(0).tryEmitValue("done").orThrow();
		assertThat(this.running).hasSize(4);
		sender.dispose();
		assertThat(this.cancelled).hasValue(3);
		assertThat(this.running).hasSize(4);
	}

	@Test
	void sharesNoAttributesBetweenEntries() {
		List<Object> seen = new ArrayList<>();
		TestServer server = TestServer.of(TestServer.builder().middleware((request, chain) -> {
			seen.add(request.attributes());
			return chain.next(request.withAttribute("mine", request.method()));
		}), RpcFunction.named("a").callRequestReactive((request) -> request.attribute("mine")),
				RpcFunction.named("b").callRequestReactive((request) -> request.attribute("mine")));
		assertThat(server.answer(batch(TestServer.request("a", "[]", "1"), TestServer.request("b", "[]", "2"))))
			.isEqualTo(batch(TestServer.result("\"a\"", "1"), TestServer.result("\"b\"", "2")));
		assertThat(seen).isEqualTo(List.of(Map.of(), Map.of()));
	}

	@Test
	void asksTheTransportForEveryEntry() {
		AtomicInteger asked = new AtomicInteger();
		TestServer server = TestServer
			.with(RpcFunction.named("number").callRequestReactive((request) -> request.attribute("number")));
		StepVerifier
			.create(server.server()
				.handle(TestServer.read(batch(3, "number")),
						(request, chain) -> chain.next(request.withAttribute("number", asked.incrementAndGet())))
				.map(TestServer::write))
			.expectNext(batch(TestServer.result("1", "0"), TestServer.result("2", "1"), TestServer.result("3", "2")))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

}
