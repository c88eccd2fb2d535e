package io.github.springjsonrpc.docs.methods;

import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcMethod.Execution;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.stereotype.Component;

@Component
class Results {

	// tag::types[]
	@RpcMethod // on a worker thread, where it may block
	String plain() {
		return "may block: " + !Schedulers.isInNonBlockingThread();
	}

	@RpcMethod // on the event loop, where it must not
	Mono<String> mono() {
		return Mono.just("may block: " + !Schedulers.isInNonBlockingThread());
	}

	@RpcMethod // collected to an array
	Flux<Integer> flux() {
		return Flux.range(1, 3);
	}

	@RpcMethod
	CompletableFuture<String> future() {
		return CompletableFuture.completedFuture("done");
	}

	@RpcMethod // null
	void nothing() {
	}
	// end::types[]

	// tag::execution[]
	@RpcMethod(execution = Execution.EVENT_LOOP)
	int add(int a, int b) {
		return a + b;
	}
	// end::execution[]

	// tag::mapper[]
	@RpcMethod(resultMapper = Cents.class)
	BigDecimal price() {
		return new BigDecimal("12.34");
	}

	static class Cents implements Function<BigDecimal, Integer> {

		@Override
		public Integer apply(BigDecimal price) {
			return price.movePointRight(2).intValueExact();
		}

	}
	// end::mapper[]

}
