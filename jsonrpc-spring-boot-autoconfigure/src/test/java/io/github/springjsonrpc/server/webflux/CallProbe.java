package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methods that go on until a test lets them end, and write down what happens to them.
 * Each test uses keys of its own.
 */
@RpcService("call")
class CallProbe {

	static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final Map<String, List<String>> events = new ConcurrentHashMap<>();

	private final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();

	private final Map<String, Sinks.One<String>> sinks = new ConcurrentHashMap<>();

	void record(String key, String event) {
		events(key).add(event);
	}

	List<String> events(String key) {
		return this.events.computeIfAbsent(key, (absent) -> new CopyOnWriteArrayList<>());
	}

	void await(String key, String event) {
		await(key, event, 1);
	}

	void await(String key, String event, int times) {
		Awaitility.await(key + " " + event)
			.atMost(TIMEOUT)
			.pollInterval(Duration.ofMillis(5))
			.untilAsserted(
					() -> assertThat(events(key).stream().filter(event::equals).count()).isGreaterThanOrEqualTo(times));
	}

	/**
	 * Let the calls with a key end.
	 */
	void end(String key) {
		latch(key).countDown();
		sink(key).tryEmitValue("ended");
	}

	private CountDownLatch latch(String key) {
		return this.latches.computeIfAbsent(key, (absent) -> new CountDownLatch(1));
	}

	private Sinks.One<String> sink(String key) {
		return this.sinks.computeIfAbsent(key, (absent) -> Sinks.one());
	}

	@RpcMethod
	Mono<String> mono(String key) {
		return sink(key).asMono()
			.doOnSubscribe((subscription) -> record(key, "started"))
			.doOnSuccess((value) -> record(key, "ended"))
			.doOnCancel(() -> record(key, "cancelled"));
	}

	@RpcMethod
	Flux<Integer> flux(String key) {
		return Flux.range(0, 10)
			.concatWith(Flux.never())
			.doOnSubscribe((subscription) -> record(key, "started"))
			.doOnCancel(() -> record(key, "cancelled"));
	}

	@RpcMethod
	CompletableFuture<String> future(String key) {
		CompletableFuture<String> future = new CompletableFuture<>();
		future.whenComplete((value, exception) -> record(key, future.isCancelled() ? "cancelled" : "ended"));
		record(key, "started");
		return future;
	}

	@RpcMethod
	String blocking(String key) throws InterruptedException {
		record(key, "started");
		try {
			latch(key).await();
			record(key, "ended");
			return key;
		}
		catch (InterruptedException ex) {
			record(key, "interrupted");
			throw ex;
		}
	}

	@RpcMethod
	Mono<Integer> later(int value) {
		return Mono.delay(Duration.ofMillis(1)).thenReturn(value);
	}

	@RpcMethod
	int block(int value) {
		return Mono.delay(Duration.ofMillis(1)).thenReturn(value).blockOptional().orElseThrow();
	}

	@RpcMethod
	String repeat(int length) {
		return "x".repeat(length);
	}

	@RpcMethod
	@Nullable Object attribute(JsonRpcRequest request) {
		return request.attribute("before");
	}

}
