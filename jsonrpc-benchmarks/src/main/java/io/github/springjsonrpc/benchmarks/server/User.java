package io.github.springjsonrpc.benchmarks.server;

import java.util.List;
import java.util.stream.IntStream;

/**
 * About a kilobyte of JSON, as an object of some application would be.
 */
public record User(long id, String name, String email, boolean active, Address address, List<Order> orders) {

	static User of(long id) {
		List<Order> orders = IntStream.range(0, 8)
			.mapToObj((i) -> new Order(id * 100 + i, "Wireless keyboard, layout " + i, i + 1, 49.5 + i,
					"2026-03-0" + (i + 1)))
			.toList();
		return new User(id, "Ann Example", "ann@example.org", true,
				new Address("Long Street 12", "Springfield", "12345", "US"), orders);
	}

	/** Where somebody lives. */
	public record Address(String street, String city, String postcode, String country) {

	}

	/** What somebody bought. */
	public record Order(long id, String article, int quantity, double price, String date) {

	}

}
