package io.github.springjsonrpc.server.webflux;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import reactor.core.publisher.Mono;

/**
 * Methods that tell that they were called. Each test has a key of its own.
 */
@RpcService("probe")
class Probe {

	private final Map<String, Queue<String>> events = new ConcurrentHashMap<>();

	Queue<String> events(String key) {
		return this.events.computeIfAbsent(key, (absent) -> new ConcurrentLinkedQueue<>());
	}

	@RpcMethod
	String record(String key) {
		events(key).add("called");
		return key;
	}

	@RpcMethod
	Mono<String> never(String key) {
		return Mono.<String>never()
			.doOnSubscribe((subscription) -> events(key).add("started"))
			.doOnCancel(() -> events(key).add("cancelled"));
	}

}
