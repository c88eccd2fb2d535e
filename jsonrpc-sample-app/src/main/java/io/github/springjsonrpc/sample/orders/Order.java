package io.github.springjsonrpc.sample.orders;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * An order to buy or sell shares.
 *
 * @param id the number that the database gives it
 * @param symbol what to trade
 * @param side whether to buy or to sell it
 * @param quantity how many of it
 * @param price the limit, with two decimals
 * @param status what became of it
 */
@Table("ORDERS")
record Order(@Id @Nullable Long id, String symbol, Side side, int quantity, BigDecimal price, Status status) {

	static Order open(String symbol, Side side, int quantity, BigDecimal price) {
		return new Order(null, symbol, side, quantity, price.setScale(2), Status.OPEN);
	}

	Order cancelled() {
		return new Order(this.id, this.symbol, this.side, this.quantity, this.price, Status.CANCELLED);
	}

	boolean isOpen() {
		return this.status == Status.OPEN;
	}

	enum Side {

		BUY, SELL

	}

	enum Status {

		OPEN, CANCELLED

	}

}
