package io.github.springjsonrpc.sample.orders;

import java.io.Serial;

import io.github.springjsonrpc.annotation.RpcError;

/**
 * The order is not open any more.
 */
@RpcError(code = 409, message = "The order is closed", data = "id")
class OrderClosedException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long id;

	OrderClosedException(long id) {
		super("Order " + id);
		this.id = id;
	}

	long getId() {
		return this.id;
	}

}
