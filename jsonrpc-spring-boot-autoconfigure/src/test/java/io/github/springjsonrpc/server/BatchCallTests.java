package io.github.springjsonrpc.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BatchCall}: what it signals, to the letter of Reactive Streams, when
 * its entries finish at once, one after the other and at the same time.
 */
class BatchCallTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static List<JsonRpcMessage> entries(int size) {
		return IntStream.range(0, size)
			.<JsonRpcMessage>mapToObj((i) -> JsonRpcRequest.request(JsonRpcId.of(i), "m", JsonRpcParams.none()))
			.toList();
	}

	private static JsonRpcResponse answer(JsonRpcMessage entry) {
		return JsonRpcResponse.success(((JsonRpcRequest) entry).id(), "r");
	}

	private static Signals subscribe(BatchCall call, long demand) {
		Signals signals = new Signals(demand);
		call.subscribe(signals);
		return signals;
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 16, 17, 1000 })
	void completesOnceWithoutAnAnswer(int size) {
		assertThat(subscribe(new BatchCall(entries(size), (entry) -> Mono.empty(), 16), Long.MAX_VALUE).list)
			.containsExactly("complete");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 16, 17, 1000 })
	void givesOneAnswerAndCompletesOnce(int size) {
		assertThat(
				subscribe(new BatchCall(entries(size), (entry) -> Mono.just(answer(entry)), 16), Long.MAX_VALUE).list)
			.containsExactly("batch of " + size, "complete");
	}

	static Stream<Integer> rounds() {
		return IntStream.range(0, 20).boxed();
	}

	@ParameterizedTest
	@MethodSource("rounds")
	void endsOnceWhenEntriesFinishAtTheSameTime(int round) throws Exception {
		Scheduler workers = Schedulers.newParallel("workers", 4);
		CountDownLatch go = new CountDownLatch(1);
		try {
			boolean empty = round % 2 == 0;
			Signals signals = subscribe(new BatchCall(entries(200), (entry) -> Mono.fromCallable(() -> {
				go.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
				return empty ? null : answer(entry);
			}).subscribeOn(workers), 1 + round), Long.MAX_VALUE);
			go.countDown();
			Awaitility.await().atMost(TIMEOUT).until(signals::ended);
			workers.disposeGracefully().block(TIMEOUT);
			assertThat(signals.list)
				.containsExactlyElementsOf(empty ? List.of("complete") : List.of("batch of 200", "complete"));
		}
		finally {
			workers.dispose();
		}
	}

	@Test
	void keepsTheAnswerUntilItIsAskedFor() {
		Signals signals = subscribe(new BatchCall(entries(3), (entry) -> Mono.just(answer(entry)), 1), 0);
		assertThat(signals.list).isEmpty();
		signals.subscription.request(1);
		assertThat(signals.list).containsExactly("batch of 3", "complete");
	}

	@Test
	void givesNothingAfterItWasCancelled() {
		Sinks.One<JsonRpcResponse> slow = Sinks.one();
		Signals signals = subscribe(new BatchCall(entries(1), (entry) -> slow.asMono(), 1), Long.MAX_VALUE);
		signals.subscription.cancel();
		slow.tryEmitEmpty();
		assertThat(signals.list).isEmpty();
	}

	@Test
	void startsNothingAfterItWasCancelledByAnEntry() {
		Signals signals = new Signals(Long.MAX_VALUE);
		List<JsonRpcMessage> started = new ArrayList<>();
		new BatchCall(entries(10), (entry) -> {
			started.add(entry);
			signals.subscription.cancel();
			return Mono.just(answer(entry));
		}, 16).subscribe(signals);
		assertThat(started).hasSize(1);
		assertThat(signals.list).isEmpty();
	}

	@Test
	void answersOthersWhenAnEntryThrows() {
		assertThat(subscribe(new BatchCall(entries(3), (entry) -> {
			if ("1".equals(String.valueOf(((JsonRpcRequest) entry).id()))) {
				throw new StackOverflowError("in the transport");
			}
			return Mono.just(answer(entry));
		}, 1), Long.MAX_VALUE).list).containsExactly("batch of 2", "complete");
	}

	/**
	 * Writes down what is signalled, without the safety nets of a Reactor subscriber.
	 */
	private static final class Signals implements CoreSubscriber<JsonRpcMessage> {

		private final List<String> list = new ArrayList<>();

		private final AtomicBoolean ended = new AtomicBoolean();

		private final long demand;

		private Subscription subscription;

		Signals(long demand) {
			this.demand = demand;
		}

		boolean ended() {
			return this.ended.get();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			if (this.demand > 0) {
				subscription.request(this.demand);
			}
		}

		@Override
		public void onNext(JsonRpcMessage message) {
			this.list.add("batch of " + ((JsonRpcBatch) message).messages().size());
		}

		@Override
		public void onError(Throwable exception) {
			this.list.add("error " + exception);
			this.ended.set(true);
		}

		@Override
		public void onComplete() {
			this.list.add("complete");
			this.ended.set(true);
		}

	}

}
