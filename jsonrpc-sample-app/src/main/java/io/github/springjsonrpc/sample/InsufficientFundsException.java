package io.github.springjsonrpc.sample;

import java.io.Serial;
import java.io.Serializable;

import io.github.springjsonrpc.annotation.RpcError;

/**
 * A failure that callers are meant to understand: it has a code, a message and data.
 */
@RpcError(code = 402, message = "Insufficient funds", data = "shortage")
class InsufficientFundsException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Shortage shortage;

	InsufficientFundsException(int balance, int amount) {
		super("Only " + balance + " for " + amount);
		this.shortage = new Shortage(balance, amount - balance);
	}

	Shortage getShortage() {
		return this.shortage;
	}

	record Shortage(int balance, int missing) implements Serializable {

	}

}
