package io.github.springjsonrpc.docs.subscriptions;

import java.util.Map;

import io.github.springjsonrpc.annotation.RpcSubscription;
import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

// tag::service[]
@Component
class Heads {

	@RpcSubscription(namespace = "eth") // eth_subscribe with "newHeads"
	Flux<Map<String, String>> newHeads() {
		return Flux.just(Map.of("number", "0x1"));
	}

}
// end::service[]
