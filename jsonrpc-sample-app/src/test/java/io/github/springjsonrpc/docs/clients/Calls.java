package io.github.springjsonrpc.docs.clients;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.client.BatchOutcome;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcClientFactory;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatusCode;

// tag::inject[]
class Calls {

	private final JsonRpcClient market;

	private final JsonRpcClientFactory factory;

	Calls(@Qualifier("market") JsonRpcClient market, JsonRpcClientFactory factory) {
		this.market = market;
		this.factory = factory;
	}
	// end::inject[]

	// tag::calls[]
	Mono<Price> byPosition() {
		return this.market.method("price").params("BTC").retrieve(Price.class);
	}

	Flux<Price> elementsOfAnArray() {
		return this.market.method("prices").retrieveFlux(Price.class);
	}

	@Nullable Price byNameAndBlocking() {
		return this.market.method("price").params(Map.of("symbol", "BTC")).block(Price.class);
	}

	Mono<Price> withMembersOfAnObject(PriceQuery query) {
		return this.market.method("price")
			.paramsOf(query)
			.header("X-Request-Id", "7")
			.timeout(Duration.ofSeconds(2))
			.retrieve(Price.class);
	}

	Mono<Void> notification() {
		return this.market.notification("seen").params("BTC").send();
	}
	// end::calls[]

	// tag::errors[]
	Mono<String> failure() {
		return this.market.method("price")
			.params("NONE")
			.retrieve(Price.class)
			.map(Price::symbol)
			.onErrorResume(JsonRpcException.class,
					(ex) -> Mono.just(ex.code() + " " + ex.getMessage() + " " + ex.data(PriceQuery.class)));
	}
	// end::errors[]

	// tag::exchange[]
	Mono<Integer> status() {
		JsonRpcRequest request = this.market.method("price").params("NONE").toRequest();
		return this.market.exchange(request)
			.filter(JsonRpcResponse::isError)
			.mapNotNull((response) -> response.attribute(HttpStatusCode.class))
			.map(HttpStatusCode::value);
	}
	// end::exchange[]

	// tag::batch[]
	Mono<List<String>> several() {
		return this.market
			.batch((batch) -> batch.add(this.market.method("price").params("BTC"))
				.add(this.market.method("price").params("NONE"))
				.add(this.market.notification("seen").params("ETH")))
			.map((result) -> List.of(String.valueOf(result.get(0, Price.class)), told(result.outcomes().get(1)),
					told(result.outcomes().get(2))));
	}

	private static String told(BatchOutcome outcome) {
		if (outcome instanceof BatchOutcome.Answered answered) {
			return answered.response().isError() ? "refused" : "answered";
		}
		return outcome.getClass().getSimpleName();
	}
	// end::batch[]

	// tag::factory[]
	@Nullable Price fromElsewhere(String url, String token) {
		try (JsonRpcClient client = this.factory.http(url, (http, settings) -> {
			http.header("Authorization", "Bearer " + token);
			settings.timeout(Duration.ofSeconds(5));
		})) {
			return client.method("price").params("BTC").block(Price.class);
		}
	}
	// end::factory[]

	// tag::subscribe[]
	Flux<Price> ticks(JsonRpcClient live) {
		return live.method("market_subscribe")
			.params("ticks")
			.onGap((gap) -> reload(gap.duration()))
			.subscribe(Price.class, "market_unsubscribe");
	}
	// end::subscribe[]

	private void reload(Duration gap) {
	}

	record PriceQuery(String symbol) {

	}

}
