package io.github.springjsonrpc.sample.orders;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * What README.md does not show of the order book.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class OrderBookTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@Autowired
	private OrderBook orders;

	@Test
	void listsTheOrdersOfOneSymbolOrOfAll() {
		Flux.concat(place("AAA"), place("BBB"), place("AAA")).blockLast(TIMEOUT);
		StepVerifier.create(symbols(this.orders.list(Optional.of("AAA"))))
			.expectNext("AAA", "AAA")
			.expectComplete()
			.verify(TIMEOUT);
		StepVerifier.create(symbols(this.orders.list(Optional.empty())))
			.expectNext("AAA", "BBB", "AAA")
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void knowsNoOrderThatWasNotPlaced() {
		StepVerifier.create(this.orders.find(-1)).expectError(OrderNotFoundException.class).verify(TIMEOUT);
		StepVerifier.create(this.orders.cancel(-1)).expectError(OrderNotFoundException.class).verify(TIMEOUT);
	}

	private Mono<Order> place(String symbol) {
		return this.orders.place(symbol, Order.Side.SELL, 1, new BigDecimal("1.5"));
	}

	private static Flux<String> symbols(Flux<Order> orders) {
		return orders.map(Order::symbol);
	}

}
