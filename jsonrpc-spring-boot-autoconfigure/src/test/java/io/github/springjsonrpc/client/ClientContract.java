package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import io.github.springjsonrpc.protocol.MethodNotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

import org.springframework.core.ParameterizedTypeReference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/**
 * What a client does whatever its transport.
 */
public abstract class ClientContract {

	protected static final Duration TIMEOUT = TestServer.TIMEOUT;

	protected TestServer server;

	protected JsonRpcClient client;

	protected abstract JsonRpcTransport transport(TestServer server);

	@BeforeEach
	void start() {
		this.server = TestServer.start();
		this.client = builder().build();
	}

	@AfterEach
	void stop() {
		this.client.close();
		this.server.close();
	}

	protected JsonRpcClientBuilder builder() {
		return JsonRpcClient.builder(transport(this.server), TestServer.CODEC);
	}

	@Test
	void callsWithParamsByPosition() {
		StepVerifier.create(this.client.method("add").params(1, 2).retrieve(Integer.class))
			.expectNext(3)
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void callsWithParamsByName() {
		assertThat(this.client.method("add").params(Map.of("a", 1, "b", 2)).retrieve(int.class).block(TIMEOUT))
			.isEqualTo(3);
	}

	@Test
	void callsWithMembersOfObjectAsParams() {
		record Sum(int a, int b) {

		}
		assertThat(this.client.method("add").paramsOf(new Sum(3, 4)).retrieve(int.class).block(TIMEOUT)).isEqualTo(7);
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.method("add").paramsOf("text"));
	}

	@Test
	void decodesResultToType() {
		assertThat(this.client.method("price").params("BTC").retrieve(Price.class).block(TIMEOUT))
			.isEqualTo(new Price("BTC", 4200));
		assertThat(this.client.method("prices").retrieve(new ParameterizedTypeReference<List<Price>>() {
		}).block(TIMEOUT)).containsExactly(new Price("A", 1), new Price("B", 2));
		assertThat(this.client.method("echo").params("x").retrieve(JsonValue.class).block(TIMEOUT))
			.hasToString("\"x\"");
	}

	@Test
	void decodesElementsOfArray() {
		StepVerifier.create(this.client.method("prices").retrieveFlux(Price.class))
			.expectNext(new Price("A", 1), new Price("B", 2))
			.expectComplete()
			.verify(TIMEOUT);
		StepVerifier.create(this.client.method("nothing").retrieveFlux(Price.class)).expectComplete().verify(TIMEOUT);
	}

	@Test
	void completesEmptyIfResultIsNull() {
		StepVerifier.create(this.client.method("nothing").retrieve(String.class)).expectComplete().verify(TIMEOUT);
	}

	@Test
	void failsIfResultDoesNotFitType() {
		assertThatExceptionOfType(UnreadableResponseException.class)
			.isThrownBy(() -> this.client.method("price").params("BTC").retrieve(Integer.class).block(TIMEOUT))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(-32700))
			.satisfies((ex) -> assertThat(ex).asString().contains("price", "does not fit"));
		assertThatExceptionOfType(UnreadableResponseException.class)
			.isThrownBy(() -> this.client.method("price").params("BTC").retrieveFlux(Price.class).blockLast(TIMEOUT));
	}

	@Test
	void throwsExceptionOfStandardCode() {
		assertThatExceptionOfType(MethodNotFoundException.class)
			.isThrownBy(() -> this.client.method("missing").retrieve(String.class).block(TIMEOUT));
		assertThatExceptionOfType(InvalidParamsException.class)
			.isThrownBy(() -> this.client.method("add").params(1).retrieve(String.class).block(TIMEOUT))
			.satisfies((ex) -> assertThat(ex.data()).asString().contains("violations"));
	}

	@Test
	void throwsExceptionThatTellsOfTheCallAndTheError() {
		assertThatExceptionOfType(JsonRpcException.class)
			.isThrownBy(() -> this.client.method("fail").params(42).retrieve(String.class).block(TIMEOUT))
			.satisfies((ex) -> {
				assertThat(ex.code()).isEqualTo(42);
				assertThat(ex).hasMessage("No such thing");
				assertThat(ex.data(Thing.class)).isEqualTo(new Thing(7));
				assertThat(ex.call().method()).isEqualTo("fail");
				assertThat(ex.call().id()).isEqualTo(JsonRpcId.of(1));
				assertThat(ex.call().endpoint()).isEqualTo(transport(this.server).endpoint());
			});
	}

	@Test
	void mapsErrorsToExceptions() {
		JsonRpcClient client = builder()
			.errorMapper(RpcErrorMapper.ofCode(42, (error) -> new NoSuchThing(error.data(Thing.class).thing)))
			.build();
		assertThatExceptionOfType(NoSuchThing.class)
			.isThrownBy(() -> client.method("fail").params(42).block(String.class))
			.satisfies((ex) -> assertThat(ex.thing).isEqualTo(7));
		client.close();
	}

	@Test
	void throwsErrorAsItIsIfMapperFails() {
		JsonRpcClient client = builder()
			.errorMapper(RpcErrorMapper.ofCode(42, (error) -> new NoSuchThing(error.data(int[].class).length)))
			.build();
		assertThatExceptionOfType(JsonRpcException.class)
			.isThrownBy(() -> client.method("fail").params(42).block(String.class))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(42));
		client.close();
	}

	@Test
	void returnsErrorOfExchangeAsValue() {
		JsonRpcResponse response = this.client.exchange(this.client.method("fail").params(42).toRequest())
			.block(TIMEOUT);
		assertThat(response.error()).extracting(JsonRpcError::code).isEqualTo(42);
	}

	@Test
	void sendsIdOfRequestAsItIs() {
		JsonRpcRequest request = JsonRpcRequest.request(JsonRpcId.ofJson("1.50"), "nothing", JsonRpcParams.none());
		assertThat(this.client.exchange(request).block(TIMEOUT).id().toJson()).isEqualTo("1.50");
	}

	@Test
	void takesIdsFromGenerator() {
		JsonRpcClient client = builder().idGenerator(RpcIdGenerator.prefixed("shop-")).build();
		assertThat(client.method("nothing").exchange().block(TIMEOUT).id()).isEqualTo(JsonRpcId.of("shop-1"));
		assertThat(client.method("nothing").exchange().block(TIMEOUT).id()).isEqualTo(JsonRpcId.of("shop-2"));
		client.close();
	}

	@Test
	void callsAnewWithEachSubscription() {
		Mono<JsonRpcResponse> call = this.client.method("nothing").exchange();
		assertThat(call.block(TIMEOUT).id()).isNotEqualTo(call.block(TIMEOUT).id());
	}

	@Test
	void sendsNotifications() {
		this.client.notification("notified").params("hello").send().block(TIMEOUT);
		this.client.exchange(this.client.method("notified").params("there").toNotification()).block(TIMEOUT);
		await().atMost(TIMEOUT)
			.untilAsserted(() -> assertThat(this.server.notified).containsExactlyInAnyOrder("hello", "there"));
	}

	@Test
	void failsWhenTimeoutElapses() {
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> this.client.method("never").timeout(Duration.ofMillis(50)).block(String.class))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(JsonRpcErrorCode.TIMEOUT.code()))
			.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(50)))
			.satisfies((ex) -> assertThat(ex.call().method()).isEqualTo("never"));
		JsonRpcClient impatient = builder().timeout(Duration.ofMillis(50)).build();
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> impatient.method("never").block(String.class));
		impatient.close();
	}

	@Test
	void cancelsCallOnServer() {
		StepVerifier.create(this.client.method("never").timeout(Duration.ofMillis(300)).retrieve(String.class))
			.expectError(RequestTimeoutException.class)
			.verify(TIMEOUT);
		StepVerifier.create(this.server.cancelled.asFlux().next()).expectNext("never").expectComplete().verify(TIMEOUT);
	}

	@Test
	void blocksForResult() {
		assertThat(this.client.method("add").params(1, 2).block(Integer.class)).isEqualTo(3);
		assertThat(this.client.method("nothing").block(String.class)).isNull();
	}

	@Test
	void refusesToBlockEventLoop() {
		StepVerifier
			.create(Mono.fromCallable(() -> this.client.method("add").params(1, 2).block(Integer.class))
				.subscribeOn(Schedulers.parallel()))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("must not block"))
			.verify(TIMEOUT);
	}

	@Test
	void runsMiddlewareAroundEachCall() {
		List<String> seen = new CopyOnWriteArrayList<>();
		RpcMiddleware outer = (request, chain) -> chain.next(request)
			.doOnNext((response) -> seen.add(request.method() + " " + request.attribute("tag")));
		RpcMiddleware inner = (request, chain) -> chain.next(request.withMethod("echo"));
		JsonRpcClient client = builder().middleware(outer, inner).build();
		assertThat(client.method("else").params(5).attribute("tag", "red").block(Integer.class)).isEqualTo(5);
		client.notification("other").params("x").send().block(TIMEOUT);
		assertThat(seen).containsExactly("else red", "other null");
		client.close();
	}

	@Test
	void seesReactorContextInMiddleware() {
		RpcMiddleware tenant = (request, chain) -> Mono.deferContextual(
				(context) -> chain.next(request.withParams(JsonRpcParams.positional(context.<String>get("tenant")))));
		JsonRpcClient client = builder().middleware(tenant).build();
		assertThat(
				client.method("echo").retrieve(String.class).contextWrite(Context.of("tenant", "acme")).block(TIMEOUT))
			.isEqualTo("acme");
		client.close();
	}

	@Test
	void retriesInMiddleware() {
		List<String> attempts = new CopyOnWriteArrayList<>();
		RpcMiddleware retry = (request,
				chain) -> chain.next(request).doOnSubscribe((subscription) -> attempts.add(request.method())).retry(2);
		JsonRpcClient client = builder().middleware(retry).timeout(Duration.ofMillis(50)).build();
		assertThatExceptionOfType(RequestTimeoutException.class)
			.isThrownBy(() -> client.method("never").block(Void.class));
		assertThat(attempts).hasSize(3);
		client.close();
	}

	// batches

	@Test
	void returnsOutcomesOfBatchInOrderOfRequests() {
		BatchResult result = this.client
			.batch((batch) -> batch.add(this.client.method("add").params(1, 2))
				.add(this.client.notification("notified").params("seen"))
				.add(this.client.method("fail").params(42))
				.add(this.client.method("price").params("BTC")))
			.block(TIMEOUT);
		assertThat(result.outcomes()).hasSize(4);
		assertThat(result.get(0, Integer.class)).isEqualTo(3);
		assertThat(result.outcomes().get(1)).isInstanceOf(BatchOutcome.Notified.class);
		assertThat(result.get(1, String.class)).isNull();
		assertThatExceptionOfType(JsonRpcException.class).isThrownBy(() -> result.get(2, String.class))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(42))
			.satisfies((ex) -> assertThat(ex.call().method()).isEqualTo("fail"));
		assertThat(result.get(3, new ParameterizedTypeReference<Price>() {
		})).isEqualTo(new Price("BTC", 4200));
		assertThat(result.unlinked()).isEmpty();
		await().atMost(TIMEOUT).untilAsserted(() -> assertThat(this.server.notified).containsExactly("seen"));
	}

	@Test
	void refusesEmptyBatch() {
		assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> this.client.batch((batch) -> {
		}).block(TIMEOUT));
		assertThatExceptionOfType(InvalidRequestException.class)
			.isThrownBy(() -> this.client.exchange(new JsonRpcBatch(List.of())).blockLast(TIMEOUT));
	}

	@Test
	void refusesBatchWithTwoRequestsOfOneId() {
		JsonRpcRequest request = this.client.method("nothing").toRequest();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.client.batch((batch) -> batch.add(request).add(request)).block(TIMEOUT));
	}

	@Test
	void sendsBatchOfNotifications() {
		BatchResult result = this.client
			.batch((batch) -> batch.add(this.client.notification("notified").params("a"))
				.add(this.client.notification("notified").params("b")))
			.block(TIMEOUT);
		assertThat(result.outcomes()).hasSize(2).hasOnlyElementsOfType(BatchOutcome.Notified.class);
		await().atMost(TIMEOUT)
			.untilAsserted(() -> assertThat(this.server.notified).containsExactlyInAnyOrder("a", "b"));
	}

	@Test
	void returnsResponsesOfBatchAsTheyCome() {
		JsonRpcBatch batch = new JsonRpcBatch(List.of(this.client.method("add").params(1, 2).toRequest(),
				this.client.method("nothing").toNotification(), this.client.method("fail").params(42).toRequest()));
		StepVerifier.create(this.client.exchange(batch).collectList())
			.assertNext((responses) -> assertThat(responses).extracting(JsonRpcResponse::isError)
				.containsExactlyInAnyOrder(false, true))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void runsMiddlewareAroundEachEntryOfBatch() {
		RpcMiddleware answering = (request, chain) -> switch (request.method()) {
			case "cached" -> Mono.just(JsonRpcResponse.success(request.id(), "from cache"));
			case "broken" -> Mono.error(new IllegalStateException("broken"));
			case "late" -> Mono.delay(Duration.ofMillis(20)).then(chain.next(request.withMethod("echo")));
			default -> chain.next(request);
		};
		JsonRpcClient client = builder().middleware(answering).build();
		BatchResult result = client
			.batch((batch) -> batch.add(client.method("cached"))
				.add(client.method("broken"))
				.add(client.method("late").params("x"))
				.add(client.method("add").params(1, 1)))
			.block(TIMEOUT);
		assertThat(result.get(0, String.class)).isEqualTo("from cache");
		assertThat(result.outcomes().get(1)).isInstanceOfSatisfying(BatchOutcome.Failed.class,
				(failed) -> assertThat(failed.exception()).hasMessage("broken"));
		assertThat(result.get(2, String.class)).isEqualTo("x");
		assertThat(result.get(3, int.class)).isEqualTo(2);
		client.close();
	}

	@Test
	void keepsWhatMiddlewareAnswersInSpiteOfFailure() {
		RpcMiddleware cached = (request, chain) -> chain.next(request)
			.onErrorResume(RequestTimeoutException.class,
					(ex) -> Mono.just(JsonRpcResponse.success(request.id(), "from cache")));
		JsonRpcClient client = builder().middleware(cached).timeout(Duration.ofMillis(50)).build();
		BatchResult result = client.batch((batch) -> batch.add(client.method("never")).add(client.method("never")))
			.block(TIMEOUT);
		assertThat(result.get(0, String.class)).isEqualTo("from cache");
		assertThat(result.get(1, String.class)).isEqualTo("from cache");
		client.close();
	}

	@Test
	void keepsOutcomesInOrderIfMiddlewareAnswersNothing() {
		RpcMiddleware silent = (request, chain) -> request.method().equals("silent")
				? chain.next(request.withMethod("nothing")).then(Mono.empty()) : chain.next(request);
		JsonRpcClient client = builder().middleware(silent).build();
		BatchResult result = client
			.batch((batch) -> batch.add(client.method("silent"))
				.add(client.method("add").params(1, 1))
				.add(client.notification("silent")))
			.block(TIMEOUT);
		assertThat(result.outcomes()).hasSize(3);
		assertThat(result.outcomes().get(0)).isInstanceOf(BatchOutcome.Missing.class);
		assertThat(result.get(1, int.class)).isEqualTo(2);
		assertThat(result.outcomes().get(2)).isInstanceOf(BatchOutcome.Notified.class);
		client.close();
	}

	@Test
	void signalsNothingToEntriesOfBatchThatHaveTheirAnswer() {
		try (CapturedLog dropped = CapturedLog.of(Operators.class, Level.DEBUG)) {
			this.client
				.batch((batch) -> batch.add(this.client.method("nothing"))
					.add(this.client.method("add").params(1, 1))
					.add(this.client.notification("nothing")))
				.block(TIMEOUT);
			this.client
				.batch((batch) -> batch.add(this.client.method("nothing").timeout(Duration.ofMillis(50)))
					.add(this.client.method("never").timeout(Duration.ofMillis(50))))
				.onErrorComplete(RequestTimeoutException.class)
				.block(TIMEOUT);
			assertThat(dropped.lines()).isEmpty();
		}
	}

	@Test
	void runsMiddlewareOnceForEachSubscription() {
		List<String> seen = new CopyOnWriteArrayList<>();
		JsonRpcClient client = builder().middleware((request, chain) -> {
			seen.add(request.method());
			return chain.next(request);
		}).build();
		Mono<JsonRpcResponse> exchange = client.exchange(client.method("nothing").toRequest());
		assertThat(seen).isEmpty();
		assertThat(exchange.block(TIMEOUT).id()).isEqualTo(exchange.block(TIMEOUT).id());
		assertThat(seen).hasSize(2);
		client.close();
	}

	@Test
	void retriesEntryOfBatchByItself() {
		RpcMiddleware retry = (request, chain) -> chain.next(request)
			.flatMap(
					(response) -> response.isError() ? chain.next(request.withMethod("nothing")) : Mono.just(response));
		JsonRpcClient client = builder().middleware(retry).build();
		BatchResult result = client
			.batch((batch) -> batch.add(client.method("missing")).add(client.method("add").params(1, 1)))
			.block(TIMEOUT);
		assertThat(result.get(0, String.class)).isNull();
		assertThat(result.get(1, int.class)).isEqualTo(2);
		client.close();
	}

	@Test
	void timesOutBatch() {
		assertThat(this.client
			.batch((batch) -> batch.add(this.client.method("never").timeout(Duration.ofMillis(100)))
				.add(this.client.method("never").timeout(Duration.ofMillis(50))))
			.map((result) -> result.outcomes().get(0))
			.onErrorResume(RequestTimeoutException.class, (ex) -> Mono.just(new BatchOutcome.Failed(ex)))
			.block(TIMEOUT)).isInstanceOf(BatchOutcome.Failed.class);
	}

	// load

	@Test
	void answersEachOf64ConcurrentCallers() {
		List<Mono<Boolean>> callers = new ArrayList<>();
		IntStream.range(0, 64)
			.forEach((caller) -> callers.add(Flux.range(0, 20)
				.concatMap((call) -> this.client.method("add")
					.params(caller, call)
					.retrieve(Integer.class)
					.map((sum) -> sum == caller + call))
				.all((right) -> right)));
		StepVerifier.create(Flux.merge(Flux.fromIterable(callers), 64).collectList())
			.assertNext((right) -> assertThat(right).hasSize(64).containsOnly(true))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void survivesCancelledCallers() {
		Flux.range(0, 200)
			.flatMap((i) -> this.client.method("echo")
				.params(i)
				.retrieve(Integer.class)
				.takeUntilOther(Mono.delay(Duration.ofMillis(i % 3))), 32)
			.then()
			.block(TIMEOUT);
		assertThat(this.client.method("add").params(20, 22).block(int.class)).isEqualTo(42);
	}

	record Price(String symbol, int cents) {

	}

	record Thing(int thing) {

	}

	static final class NoSuchThing extends Exception {

		private static final long serialVersionUID = 1L;

		final int thing;

		NoSuchThing(int thing) {
			this.thing = thing;
		}

	}

}
