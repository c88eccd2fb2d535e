package io.github.springjsonrpc.connection;

import java.util.concurrent.atomic.AtomicLong;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.socket.CloseStatus;

import static io.github.springjsonrpc.connection.WebSocketPair.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class JsonRpcConnectionTests {

	private static final AtomicLong ids = new AtomicLong();

	static JsonRpcRequest request(String method, Object... params) {
		return JsonRpcRequest.request(JsonRpcId.of(ids.incrementAndGet()), method, JsonRpcParams.positional(params));
	}

	static Object result(Mono<JsonRpcResponse> call) {
		JsonRpcResponse response = call.block(TIMEOUT);
		assertThat(response).isNotNull();
		assertThat(response.isError()).as("%s", response.error()).isFalse();
		return String.valueOf(response.result());
	}

	@Test
	void callsEitherWay() {
		try (WebSocketPair pair = WebSocketPair.of(Echo.PARAMS, Echo.PARAMS)) {
			assertThat(result(pair.client().call(request("echo", "from client")))).isEqualTo("[\"from client\"]");
			assertThat(result(pair.server().call(request("echo", "from server")))).isEqualTo("[\"from server\"]");
		}
	}

	@Test
	void answersInTheOrderInWhichCallsEnd() {
		Sinks.One<String> slow = Sinks.one();
		Echo handler = (request, connection) -> request.method().equals("slow")
				? slow.asMono().map((result) -> JsonRpcResponse.success(request.id(), result))
				: Echo.PARAMS.call(request, connection);
		try (WebSocketPair pair = WebSocketPair.of(handler, Echo.PARAMS)) {
			Mono<JsonRpcResponse> first = pair.client().call(request("slow")).cache();
			first.subscribe();
			assertThat(result(pair.client().call(request("echo", 1)))).isEqualTo("[1]");
			slow.tryEmitValue("at last");
			assertThat(result(first)).isEqualTo("\"at last\"");
		}
	}

	@Test
	void callsBackFromWithinACall() {
		Echo nested = (request, connection) -> depth(request) == 0
				? Mono.just(JsonRpcResponse.success(request.id(), "bottom"))
				: connection.call(request("down", depth(request) - 1)).map((answer) -> answer.withId(request.id()));
		try (WebSocketPair pair = WebSocketPair.of(nested, nested)) {
			assertThat(result(pair.client().call(request("down", 10)))).isEqualTo("\"bottom\"");
		}
	}

	@Test
	void callsBackFromWithinANotificationByHandlersThatBlock() {
		Sinks.One<String> ended = Sinks.one();
		Echo nested = (request, connection) -> Mono.fromSupplier(() -> {
			int depth = depth(request);
			Object result = (depth != 0) ? result(connection.call(request("down", depth - 1))) : "bottom";
			if (request.isNotification()) {
				ended.tryEmitValue(String.valueOf(result));
			}
			return JsonRpcResponse.success(request.id(), depth);
		}).subscribeOn(Schedulers.boundedElastic());
		try (WebSocketPair pair = WebSocketPair.of(nested, nested)) {
			pair.client().send(request("down", 10).asNotification()).block(WebSocketPair.TIMEOUT);
			assertThat(ended.asMono().block(WebSocketPair.TIMEOUT)).isEqualTo("9");
		}
	}

	private static int depth(JsonRpcRequest request) {
		return ((Number) request.params().asList().get(0)).intValue();
	}

	@Test
	void cancelsTheCallOfTheOtherSide() {
		Sinks.One<String> cancelled = Sinks.one();
		Echo never = (request, connection) -> Mono.<JsonRpcResponse>never()
			.doOnCancel(() -> cancelled.tryEmitValue(request.method()));
		try (WebSocketPair pair = WebSocketPair.of(never, Echo.PARAMS)) {
			pair.client().call(request("endless")).subscribe().dispose();
			assertThat(cancelled.asMono().block(TIMEOUT)).isEqualTo("endless");
			await().atMost(TIMEOUT).until(() -> pair.clientEvents.unmatched.size() == 1);
			assertThat(pair.clientEvents.unmatched.get(0).error()).isEqualTo(JsonRpcErrorCode.CANCELLED.error());
		}
	}

	@Test
	void failsPendingCallsAndCancelsRunningOnesWhenTheConnectionEnds() {
		Sinks.One<String> running = Sinks.one();
		Sinks.One<String> cancelled = Sinks.one();
		Echo never = (request, connection) -> Mono.<JsonRpcResponse>never()
			.doOnSubscribe((subscription) -> running.tryEmitValue(request.method()))
			.doOnCancel(() -> cancelled.tryEmitValue(request.method()));
		try (WebSocketPair pair = WebSocketPair.of(never, Echo.PARAMS)) {
			Mono<JsonRpcResponse> call = pair.client().call(request("endless")).cache();
			call.subscribe();
			assertThat(running.asMono().block(TIMEOUT)).isEqualTo("endless");
			pair.client().close(CloseStatus.NORMAL.withReason("bye"));
			assertThatExceptionOfType(ConnectionClosedException.class).isThrownBy(() -> call.block(TIMEOUT))
				.withMessageContaining("1000 bye");
			assertThat(cancelled.asMono().block(TIMEOUT)).isEqualTo("endless");
			assertThat(pair.serverEvents.disconnected().block(TIMEOUT)).isEqualTo(CloseStatus.NORMAL.withReason("bye"));
			assertThatExceptionOfType(ConnectionClosedException.class)
				.isThrownBy(() -> pair.client().call(request("late")).block(TIMEOUT));
		}
	}

	@Test
	void sendsBatches() {
		try (WebSocketPair pair = WebSocketPair.of(Echo.PARAMS, Echo.PARAMS)) {
			JsonRpcBatch batch = new JsonRpcBatch(java.util.List.of(request("a", 1),
					JsonRpcRequest.notification("n", JsonRpcParams.none()), request("b", 2)));
			StepVerifier.create(pair.client().call(batch).map((response) -> String.valueOf(response.result())))
				.expectNext("[1]", "[2]")
				.expectComplete()
				.verify(TIMEOUT);
		}
	}

	@Test
	void deliversItemsOfASubscriptionAfterItsAnswer() {
		Echo publisher = (request, connection) -> Mono.just(JsonRpcResponse.success(request.id(),
				connection.subscriptions().open(request, new Publication(Flux.range(1, 1000), "item"))));
		try (WebSocketPair pair = WebSocketPair.of(publisher, Echo.PARAMS)) {
			StepVerifier.create(pair.client().subscribe(request("subscribe"), "unsubscribe").map(JsonValue::toString))
				.expectNext("1", "2", "3")
				.expectNextCount(997)
				.expectComplete()
				.verify(TIMEOUT);
			assertThat(pair.server().subscriptions().size()).isZero();
		}
	}

	@Test
	void asksTheSourceOnlyForWhatTheReaderTakes() {
		AtomicLong requested = new AtomicLong();
		String item = "x".repeat(10_000);
		Flux<String> endless = Flux.<String>generate((sink) -> sink.next(item)).doOnRequest(requested::addAndGet);
		Echo publisher = (request, connection) -> Mono.just(JsonRpcResponse.success(request.id(),
				connection.subscriptions().open(request, new Publication(endless, "item"))));
		try (WebSocketPair pair = WebSocketPair.of(publisher, Echo.PARAMS)) {
			StepVerifier.create(pair.client().subscribe(request("subscribe"), "unsubscribe").take(5000).count())
				.expectNext(5000L)
				.expectComplete()
				.verify(TIMEOUT);
			assertThat(requested.get()).isLessThan(20_000);
		}
	}

	@Test
	void drainsBeforeItCloses() {
		Sinks.One<String> slow = Sinks.one();
		Echo handler = (request, connection) -> slow.asMono()
			.map((result) -> JsonRpcResponse.success(request.id(), result));
		try (WebSocketPair pair = WebSocketPair.of(handler, Echo.PARAMS)) {
			Mono<JsonRpcResponse> running = pair.client().call(request("slow")).cache();
			running.subscribe();
			Mono<Void> drained = pair.server().drain(CloseStatus.GOING_AWAY, TIMEOUT).cache();
			await().atMost(TIMEOUT).until(() -> pair.server().isOpen());
			drained.subscribe();
			JsonRpcResponse refused = pair.client().call(request("late")).block(TIMEOUT);
			assertThat(refused).isNotNull();
			assertThat(refused.error()).isNotNull();
			assertThat(refused.error().code()).isEqualTo(JsonRpcErrorCode.SERVER_ERROR.code());
			slow.tryEmitValue("done");
			assertThat(result(running)).isEqualTo("\"done\"");
			drained.block(TIMEOUT);
			assertThat(pair.clientEvents.disconnected().block(TIMEOUT)).isEqualTo(CloseStatus.GOING_AWAY);
		}
	}

}
