package io.github.springjsonrpc.sample.orders;

import reactor.core.publisher.Flux;

import org.springframework.data.repository.reactive.ReactiveCrudRepository;

/**
 * The table of orders.
 */
interface OrderRepository extends ReactiveCrudRepository<Order, Long> {

	Flux<Order> findAllByOrderById();

	Flux<Order> findBySymbolOrderById(String symbol);

}
