package io.github.springjsonrpc.sample.orders;

import java.math.BigDecimal;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A reactive service: nothing waits on a thread from the request to the database and
 * back. Its methods are {@code order.place}, {@code order.find} and so on.
 */
@RpcService("order")
class OrderBook {

	private final OrderRepository orders;

	OrderBook(OrderRepository orders) {
		this.orders = orders;
	}

	@RpcMethod
	Mono<Order> place(@Pattern(regexp = "[A-Z]{1,5}") String symbol, Order.Side side, @Positive int quantity,
			@Positive @Digits(integer = 8, fraction = 2) BigDecimal price) {
		return this.orders.save(Order.open(symbol, side, quantity, price));
	}

	@RpcMethod
	Mono<Order> find(long id) {
		return this.orders.findById(id).switchIfEmpty(Mono.error(() -> new OrderNotFoundException(id)));
	}

	@RpcMethod
	Flux<Order> list(Optional<String> symbol) {
		return symbol.map(this.orders::findBySymbolOrderById).orElseGet(this.orders::findAllByOrderById);
	}

	@RpcMethod
	Mono<Order> cancel(long id) {
		return find(id).filter(Order::isOpen)
			.switchIfEmpty(Mono.error(() -> new OrderClosedException(id)))
			.map(Order::cancelled)
			.flatMap(this.orders::save);
	}

}
