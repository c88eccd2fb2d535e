package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.protocol.JsonRpcException;
import reactor.core.publisher.Mono;

/**
 * Methods that count their calls.
 */
@RpcService("load")
class LoadMethods {

	private final AtomicIntegerArray calls = new AtomicIntegerArray(10_000);

	private final AtomicInteger running = new AtomicInteger();

	AtomicIntegerArray calls() {
		return this.calls;
	}

	int running() {
		return this.running.get();
	}

	@RpcMethod
	int blocking(int call) {
		this.calls.incrementAndGet(call);
		Mono.delay(Duration.ofMillis(1)).block();
		return call;
	}

	@RpcMethod
	Mono<Integer> reactive(int call) {
		this.calls.incrementAndGet(call);
		return Mono.just(call);
	}

	@RpcMethod
	Mono<Integer> later(int call) {
		this.calls.incrementAndGet(call);
		return Mono.delay(Duration.ofMillis(1)).thenReturn(call);
	}

	@RpcMethod
	Mono<Integer> failing(int call) {
		this.calls.incrementAndGet(call);
		return Mono.error(new IllegalStateException("secret"));
	}

	@RpcMethod
	int refused(int call) {
		this.calls.incrementAndGet(call);
		throw new JsonRpcException(7, "no");
	}

	@RpcMethod
	Mono<Integer> cancelled(int call) {
		this.calls.incrementAndGet(call);
		return Mono.<Integer>never()
			.doOnSubscribe((subscription) -> this.running.incrementAndGet())
			.doOnCancel(this.running::decrementAndGet);
	}

}
