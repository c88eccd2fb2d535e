package io.github.springjsonrpc.server.webflux;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Methods that take as long as the test wants, and tell what happens to them. Each test
 * has a key of its own.
 */
@RpcService("probe")
class Probe {

	private final Map<String, Queue<String>> events = new ConcurrentHashMap<>();

	private final Map<String, Sinks.Empty<Void>> gates = new ConcurrentHashMap<>();

	Queue<String> events(String key) {
		return this.events.computeIfAbsent(key, (absent) -> new ConcurrentLinkedQueue<>());
	}

	/**
	 * Let the methods that wait with this key go on.
	 */
	void open(String key) {
		gate(key).tryEmitEmpty();
	}

	private Sinks.Empty<Void> gate(String key) {
		return this.gates.computeIfAbsent(key, (absent) -> Sinks.empty());
	}

	@RpcMethod
	Mono<String> reactive(String key) {
		return gate(key).asMono()
			.thenReturn("done")
			.doOnSubscribe((subscription) -> events(key).add("started"))
			.doOnSuccess((value) -> events(key).add("done"))
			.doOnCancel(() -> events(key).add("cancelled"));
	}

	@RpcMethod
	void blocking(String key) throws InterruptedException {
		events(key).add("started");
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			events(key).add("interrupted");
			throw ex;
		}
	}

	@RpcMethod
	Mono<String> repeat(int count) {
		return Mono.just("x".repeat(count));
	}

	@RpcMethod
	String record(String key) {
		events(key).add(Thread.currentThread().getName());
		return key;
	}

}
