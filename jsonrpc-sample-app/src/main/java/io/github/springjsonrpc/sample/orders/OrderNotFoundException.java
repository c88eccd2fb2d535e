package io.github.springjsonrpc.sample.orders;

import java.io.Serial;

import io.github.springjsonrpc.annotation.RpcError;

/**
 * There is no order of that number.
 */
@RpcError(code = 404, message = "No such order", data = "id")
class OrderNotFoundException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final long id;

	OrderNotFoundException(long id) {
		super("Order " + id);
		this.id = id;
	}

	long getId() {
		return this.id;
	}

}
