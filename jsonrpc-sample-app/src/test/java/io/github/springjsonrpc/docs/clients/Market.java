package io.github.springjsonrpc.docs.clients;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.protocol.JsonRpcException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * The server that the snippets call.
 */
@Component
class Market {

	final List<String> seen = new CopyOnWriteArrayList<>();

	@RpcMethod
	Price price(String symbol) {
		if (symbol.equals("NONE")) {
			throw new JsonRpcException(1001, "No such symbol", Map.of("symbol", symbol));
		}
		return new Price(symbol, 4200);
	}

	@RpcMethod
	Flux<Price> prices() {
		return Flux.just(new Price("BTC", 4200), new Price("ETH", 300));
	}

	@RpcMethod
	void seen(String symbol) {
		this.seen.add(symbol);
	}

	// tag::caller[]
	@RpcMethod
	Mono<String> introduce(JsonRpcClient caller) {
		return caller.method("name").retrieve(String.class).map((name) -> "hello " + name);
	}
	// end::caller[]

}
