package io.github.springjsonrpc.sample.prices;

import io.github.springjsonrpc.annotation.RpcError;

/**
 * The caller did not agree to buy.
 */
@RpcError(code = 412)
class NotConfirmedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotConfirmedException(String message) {
		super(message);
	}

}
