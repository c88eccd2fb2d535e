package io.github.springjsonrpc.codec;

import org.jspecify.annotations.Nullable;

/**
 * Spells the path from a value to a part of it, such as {@code address[0].zip}.
 */
final class JsonPath {

	private final StringBuilder path = new StringBuilder();

	/**
	 * Go one step further.
	 * @param name the name of the member, or {@code null} for an element
	 * @param index the index of the element
	 * @return this path
	 */
	JsonPath append(@Nullable String name, int index) {
		if (name == null) {
			this.path.append('[').append(index).append(']');
		}
		else {
			this.path.append(this.path.isEmpty() ? "" : ".").append(name);
		}
		return this;
	}

	@Override
	public String toString() {
		return this.path.toString();
	}

}
