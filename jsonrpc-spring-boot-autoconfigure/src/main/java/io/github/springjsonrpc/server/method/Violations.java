package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.InvalidParamsException.Violation;

/**
 * What is wrong with the params of one call.
 */
final class Violations {

	/**
	 * How many are told: enough to help, too few to be worth an attack.
	 */
	static final int MAX = 10;

	private final List<Violation> list = new ArrayList<>();

	/**
	 * Return whether there is no need to look any further.
	 */
	boolean isFull() {
		return this.list.size() >= MAX;
	}

	void add(String path, String message) {
		this.list.add(new Violation(path, message));
	}

	void add(String name, JsonDecodingException ex) {
		add(ex.pathWithin(name), String.valueOf(ex.getMessage()));
	}

	/**
	 * Return what tells them to the caller.
	 */
	InvalidParamsException toException() {
		return InvalidParamsException.of(this.list);
	}

}
