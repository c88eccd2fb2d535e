package io.github.springjsonrpc.sample.prices;

import io.github.springjsonrpc.annotation.RpcError;

/**
 * Nothing of this name is traded here.
 */
@RpcError(code = 404, message = "No such symbol", data = "symbol")
class NoSuchSymbolException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String symbol;

	NoSuchSymbolException(String symbol) {
		super("No symbol " + symbol);
		this.symbol = symbol;
	}

	String getSymbol() {
		return this.symbol;
	}

}
