package io.github.springjsonrpc.codec;

import org.jspecify.annotations.Nullable;

/**
 * Walks once over the elements of an array or the members of an object and decodes each.
 * Not thread-safe.
 */
public interface ValueCursor {

	/**
	 * Go to the next element or member.
	 * @return whether there is one
	 */
	boolean next();

	/**
	 * Return the name of the current member; elements have none.
	 * @return the name, without quotes and escapes
	 */
	String name();

	/**
	 * Decode the current value.
	 * @param type the type to decode to
	 * @return the decoded value, or {@code null} for the JSON {@code null}
	 * @throws JsonDecodingException if the value does not fit the type
	 */
	@Nullable Object read(JsonType type);

}
