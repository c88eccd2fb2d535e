package io.github.springjsonrpc.docs.subscriptions;

import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.protocol.OverflowPolicy;
import reactor.core.publisher.Flux;

// tag::service[]
@RpcService("prices")
class Feed {

	@RpcSubscription // prices_subscribe with "changes"
	Flux<Integer> changes(String symbol) {
		return Flux.just(41, 42);
	}

	@RpcSubscription(value = "newest", overflow = OverflowPolicy.DROP_OLDEST, buffer = 1) // "newest"
	Flux<Integer> newestOnly() {
		return Flux.range(1, 100_000);
	}

}
// end::service[]
