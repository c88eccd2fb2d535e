package io.github.springjsonrpc.sample;

import io.github.springjsonrpc.annotation.RpcMethod;

import org.springframework.stereotype.Component;

/**
 * Methods that fail: one on purpose, one by surprise.
 */
@Component
class Failures {

	private static final int BALANCE = 50;

	@RpcMethod(description = "Takes money from an account that has " + BALANCE)
	int withdraw(int amount) {
		if (amount > BALANCE) {
			throw new InsufficientFundsException(BALANCE, amount);
		}
		return BALANCE - amount;
	}

	@RpcMethod(description = "Divides integers, and does not think of zero")
	int divide(int dividend, int divisor) {
		return dividend / divisor;
	}

}
