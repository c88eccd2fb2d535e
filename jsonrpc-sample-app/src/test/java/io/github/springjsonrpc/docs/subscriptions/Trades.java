package io.github.springjsonrpc.docs.subscriptions;

import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.annotation.RpcSubscription;
import reactor.core.publisher.Flux;

// tag::service[]
@RpcService("trades")
class Trades {

	@RpcSubscription // trades.subscribe, trades.unsubscribe, trades.subscription
	Flux<String> subscribe() {
		return Flux.just("a trade");
	}

	@RpcSubscription // trades.subscribeLarge, trades.unsubscribeLarge, trades.large
	Flux<String> subscribeLarge(int from) {
		return Flux.just("a trade of " + from);
	}

	@RpcSubscription(subscribe = "watch", unsubscribe = "forget", notification = "seen", end = "over")
	Flux<String> anyNames() { // trades.watch, trades.forget, trades.seen, trades.over
		return Flux.just("any trade");
	}

}
// end::service[]
