package io.github.springjsonrpc.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link JsonRpcServer} and single messages. Seed rows S1, S4, S5, S25, S37 to
 * S49, S128 and S135.
 */
class JsonRpcServerTests {

	private final AtomicInteger calls = new AtomicInteger();

	private final JsonRpcMethod count = RpcFunction.named("count").callReactive(this.calls::incrementAndGet);

	@Test
	void answersRequestWithTheResult() {
		TestServer server = TestServer.with(RpcFunction.named("add")
			.param("a", Integer.class)
			.param("b", Integer.class)
			.callReactive(Integer::sum));
		assertThat(server.call("add", "[1, 2]")).isEqualTo(TestServer.result("3"));
		assertThat(server.call("add", "{'b': 2, 'a': 40}")).isEqualTo(TestServer.result("42"));
	}

	@Test
	void answersNullResult() {
		TestServer server = TestServer.with(RpcFunction.named("nothing").callReactive(() -> null),
				RpcFunction.named("blockingNothing").call(() -> null));
		assertThat(server.call("nothing", "[]")).isEqualTo(TestServer.result("null"));
		assertThat(server.call("blockingNothing", "[]")).isEqualTo(TestServer.result("null"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-0", "1.0", "1e3", "123456789012345678901234567890", "''", "'a'", "'\\u0041'" })
	void echoesIdAsItCame(String id) {
		String written = id.replace('\'', '"');
		assertThat(TestServer.with(this.count).answer(TestServer.request("count", "[]", id)))
			.isEqualTo(TestServer.result("1", written));
		assertThat(TestServer.with().answer(TestServer.request("unknown", "[]", id)))
			.isEqualTo(TestServer.error(-32601, "Method not found", written));
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "Count", "count ", "", "rpc.methods", "rpc.unknown" })
	void answersUnknownMethod(String method) {
		assertThat(TestServer.with(this.count).call(method, "[]"))
			.isEqualTo(TestServer.error(-32601, "Method not found"));
	}

	@Test
	void ignoresUnknownMembers() {
		assertThat(TestServer.with(this.count).answer("{'jsonrpc':'2.0','x':[{}],'method':'count','y':1,'id':1}"))
			.isEqualTo(TestServer.result("1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'jsonrpc':'2.0','method':1,'id':7}                       | 7
			{'jsonrpc':'2.0','id':7}                                  | 7
			{'method':'count','id':7}                                 | 7
			{'jsonrpc':'1.0','method':'count','id':7}                 | 7
			{'jsonrpc':'2.0','method':'count','params':1,'id':7}      | 7
			{'jsonrpc':'2.0','method':'count','params':'x','id':7}    | 7
			{'jsonrpc':'2.0','method':'count','method':'a','id':7}    | 7
			{'jsonrpc':'2.0','method':'count','id':true}              | null
			{'jsonrpc':'2.0','method':'count','id':[1]}               | null
			{'jsonrpc':'2.0','method':'count','id':{}}                | null
			{'jsonrpc':'2.0','method':1}                              | null
			{}                                                        | null
			1                                                         | null
			'text'                                                    | null
			null                                                      | null
			""")
	void answersInvalidRequestWithItsIdWhereThereIsOne(String message, String id) {
		assertThat(TestServer.with(this.count).answer(message))
			.isEqualTo(TestServer.error(-32600, "Invalid Request", id));
		assertThat(this.calls).hasValue(0);
	}

	@Test
	void answersWhatIsNotJson() {
		assertThat(TestServer.with(this.count).answer("{'jsonrpc':"))
			.isEqualTo(TestServer.error(-32700, "Parse error", "null"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'jsonrpc':'2.0','result':1,'id':7}",
			"{'jsonrpc':'2.0','error':{'code':1,'message':'x'},'id':7}" })
	void takesResponseForAnInvalidRequest(String response) {
		assertThat(TestServer.with().answer(response)).isEqualTo(TestServer.error(-32600, "Invalid Request", "7"));
	}

	@Test
	void runsNotificationWithoutAnswer() {
		TestServer server = TestServer.with(this.count);
		assertThat(server.answer(TestServer.notification("count", "[]"))).isEmpty();
		assertThat(server.answer(TestServer.notification("count", "{}"))).isEmpty();
		assertThat(this.calls).hasValue(2);
	}

	@Test
	void answersNoNotificationThatFails() {
		TestServer server = TestServer.with(RpcFunction.named("known").callReactive(() -> {
			throw new JsonRpcException(1, "known");
		}), RpcFunction.named("two").param("a", Integer.class).call((a) -> a));
		assertThat(server.answer(TestServer.notification("known", "[]"))).isEmpty();
		assertThat(server.answer(TestServer.notification("unknown", "[]"))).isEmpty();
		assertThat(server.answer(TestServer.notification("two", "['not a number']"))).isEmpty();
	}

	@Test
	void logsUnexpectedFailureOfNotification() {
		IllegalStateException failure = new IllegalStateException("not today");
		TestServer server = TestServer.with(RpcFunction.named("fail").callReactive(() -> {
			throw failure;
		}));
		try (CapturedLog log = CapturedLog.of(JsonRpcServer.class, Level.WARN)) {
			assertThat(server.answer(TestServer.notification("fail", "[]"))).isEmpty();
			assertThat(log.events()).singleElement().satisfies((event) -> {
				assertThat(event.getLevel()).isEqualTo(Level.ERROR);
				assertThat(event.getFormattedMessage()).contains("notification", "fail");
				assertThat(event.getThrowableProxy().getMessage()).isEqualTo("not today");
			});
		}
	}

	@Test
	void runsNotificationToItsEndThoughItsSenderGoesAway() {
		Sinks.One<String> work = Sinks.one();
		AtomicBoolean cancelled = new AtomicBoolean();
		List<String> done = new ArrayList<>();
		TestServer server = TestServer.with(RpcFunction.named("work")
			.callReactive(() -> work.asMono().doOnCancel(() -> cancelled.set(true)).doOnNext(done::add)));
		Disposable sender = server.send(TestServer.notification("work", "[]")).subscribe();
		sender.dispose();
		work.tryEmitValue("finished").orThrow();
		assertThat(cancelled).isFalse();
		assertThat(done).containsExactly("finished");
	}

	@Test
	void cancelsRequestWhoseSenderGoesAway() {
		AtomicBoolean cancelled = new AtomicBoolean();
		TestServer server = TestServer
			.with(RpcFunction.named("work").callReactive(() -> Mono.never().doOnCancel(() -> cancelled.set(true))));
		server.send(TestServer.request("work", "[]")).subscribe().dispose();
		assertThat(cancelled).isTrue();
	}

	@Test
	void runsNothingBeforeSomebodySubscribes() {
		TestServer server = TestServer.with(this.count);
		Mono<String> request = server.send(TestServer.request("count", "[]"));
		Mono<String> notification = server.send(TestServer.notification("count", "[]"));
		assertThat(this.calls).hasValue(0);
		StepVerifier.create(request).expectNext(TestServer.result("1")).expectComplete().verify(TestServer.TIMEOUT);
		StepVerifier.create(notification).expectComplete().verify(TestServer.TIMEOUT);
		assertThat(this.calls).hasValue(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'jsonrpc':'2.0','method':'count','id':1}                                       | 1
			{'jsonrpc':'2.0','method':'unknown','id':1}                                     | 1
			{'jsonrpc':'2.0','method':'count'}                                              | 0
			[{'jsonrpc':'2.0','method':'count','id':1},{'jsonrpc':'2.0','method':'count'}]  | 1
			[{'jsonrpc':'2.0','method':'count'},{'jsonrpc':'2.0','method':'count'}]         | 0
			[{'jsonrpc':'2.0','method':'count'}]                                            | 0
			[1,2]                                                                           | 1
			1                                                                               | 1
			""")
	void signalsItsAnswerAndItsEndOnce(String message, int answers) {
		List<String> signals = new ArrayList<>();
		JsonRpcServer server = TestServer.with(this.count).server();
		// no operator in between, as those hide what comes too often
		server.handle(TestServer.read(message), (request, chain) -> chain.next(request))
			.subscribe(new CoreSubscriber<>() {

				@Override
				public void onSubscribe(Subscription subscription) {
					subscription.request(Long.MAX_VALUE);
				}

				@Override
				public void onNext(JsonRpcMessage answer) {
					signals.add("answer");
				}

				@Override
				public void onError(Throwable exception) {
					signals.add("error");
				}

				@Override
				public void onComplete() {
					signals.add("end");
				}

			});
		assertThat(signals).isEqualTo((answers > 0) ? List.of("answer", "end") : List.of("end"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "{'jsonrpc':'2.0','method':'count','id':1}", "[{'jsonrpc':'2.0','method':'count','id':1}]" })
	void keepsItsAnswerUntilSomebodyAsksForIt(String message) {
		try (CapturedLog log = CapturedLog.of(JsonRpcServer.class, Level.WARN)) {
			StepVerifier.create(TestServer.with(this.count).send(message), 0)
				.expectSubscription()
				.then(() -> assertThat(this.calls).hasValue(1))
				.thenRequest(1)
				.assertNext((answer) -> assertThat(answer).contains(TestServer.result("1")))
				.expectComplete()
				.verify(TestServer.TIMEOUT);
			assertThat(log.lines()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource(NullIdPolicy.class)
	void takesNullIdForWhatThePolicySays(NullIdPolicy policy) {
		TestServer server = TestServer.of(TestServer.builder().nullId(policy), this.count);
		String answer = server.answer(TestServer.request("count", "[]", "null"));
		switch (policy) {
			case ANSWER -> assertThat(answer).isEqualTo(TestServer.result("1", "null"));
			case NOTIFICATION -> assertThat(answer).isEmpty();
			case REJECT -> assertThat(answer).isEqualTo(TestServer.error(-32600, "Invalid Request", "null"));
		}
		assertThat(this.calls).hasValue((policy != NullIdPolicy.REJECT) ? 1 : 0);
	}

	@Test
	void answersNullIdUnlessToldOtherwise() {
		assertThat(TestServer.with(this.count).answer(TestServer.request("count", "[]", "null")))
			.isEqualTo(TestServer.result("1", "null"));
	}

	@Test
	void handsWhatTheTransportKnowsToTheMethod() {
		TestServer server = TestServer
			.with(RpcFunction.named("caller").callRequestReactive((request) -> request.attribute("caller")));
		StepVerifier
			.create(server.server()
				.handle(TestServer.read(TestServer.request("caller", "[]")),
						(request, chain) -> chain.next(request.withAttribute("caller", "Ann")))
				.map(TestServer::write))
			.expectNext(TestServer.result("\"Ann\""))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void callsFromWithinTheApplication() {
		JsonRpcServer server = TestServer
			.of(TestServer.builder()
				.middleware((request, chain) -> chain.next(request).map((response) -> response.withResult("seen"))),
					this.count)
			.server();
		JsonRpcResponse answer = server.call(JsonRpcRequest.request(JsonRpcId.of("x"), "count", JsonRpcParams.none()))
			.block(TestServer.TIMEOUT);
		assertThat(answer).isNotNull();
		assertThat(answer.id()).isEqualTo(JsonRpcId.of("x"));
		assertThat(answer.result()).isEqualTo("seen");
	}

	@Test
	void tellsTheApplicationWhatBecameOfItsNotification() {
		JsonRpcServer server = TestServer.with(this.count).server();
		StepVerifier.create(server.call(JsonRpcRequest.notification("count", JsonRpcParams.none())))
			.assertNext((response) -> {
				assertThat(response.id()).isNull();
				assertThat(response.result()).isEqualTo(1);
			})
			.expectComplete()
			.verify(TestServer.TIMEOUT);
		StepVerifier.create(server.call(JsonRpcRequest.notification("unknown", JsonRpcParams.none())))
			.assertNext((response) -> assertThat(response.error()).isEqualTo(JsonRpcErrorCode.METHOD_NOT_FOUND.error()))
			.expectComplete()
			.verify(TestServer.TIMEOUT);
	}

	@Test
	void startsWithoutMethodsAndMiddleware() {
		JsonRpcServer server = TestServer.builder().build();
		assertThat(server.methods().all()).isEmpty();
		assertThat(server.name()).isEqualTo(JsonRpcServer.DEFAULT_NAME);
		assertThat(server.maxBatchSize()).isEqualTo(1000);
		assertThat(server.codec()).isSameAs(TestServer.CODEC);
	}

	@Test
	void refusesLimitsThatLetNothingThrough() {
		JsonRpcServerBuilder builder = TestServer.builder();
		assertThatIllegalArgumentException().isThrownBy(() -> builder.maxBatchSize(0));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.batchConcurrency(0));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.maxCollectedItems(0));
	}

}
