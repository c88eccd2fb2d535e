package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.InvalidParamsException.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the params of one call.
 */
final class Violations {

	/**
	 * How many are told: enough to help, too few to be worth an attack.
	 */
	static final int MAX = 10;

	private @Nullable List<Violation> list;

	/**
	 * Return whether there is no need to look any further.
	 */
	boolean isFull() {
		return this.list != null && this.list.size() >= MAX;
	}

	void add(String path, String message) {
		if (this.list == null) {
			this.list = new ArrayList<>();
		}
		this.list.add(new Violation(path, message));
	}

	void add(String name, JsonDecodingException ex) {
		add(ex.pathWithin(name), String.valueOf(ex.getMessage()));
	}

	/**
	 * Throw if there are violations.
	 * @throws InvalidParamsException that tells them
	 */
	void check() {
		if (this.list != null) {
			throw InvalidParamsException.of(this.list);
		}
	}

}
