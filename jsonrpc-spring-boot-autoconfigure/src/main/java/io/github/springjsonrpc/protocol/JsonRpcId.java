package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The id of a request: a JSON string, number or null, kept exactly as it was written, so
 * that {@code 1.0}, {@code 1e3}, thirty digits or {@code "\u0041"} come back to the
 * caller byte by byte. Two ids are equal if they are of the same JSON type and have the
 * same content: {@code "a"} equals {@code "\u0061"}, {@code 1} equals neither {@code "1"}
 * nor {@code 1.0}.
 *
 * @see <a href="https://www.jsonrpc.org/specification#request_object">JSON-RPC 2.0,
 * section 4</a>
 */
public final class JsonRpcId {

	/**
	 * The id {@code null}: that of a request which says so, and of the answer to a
	 * message whose id could not be read. A notification has no id at all.
	 */
	public static final JsonRpcId NULL = new JsonRpcId("null");

	private static final int MAX_LOGGED = 200;

	// as many digits as fit into a long, whatever they are
	private static final int MAX_DIGITS = 18;

	private static final long LIMIT = 1_000_000_000_000_000_000L;

	// null for an integer of so many digits, which most ids are: they need no text
	private final @Nullable String json;

	private final long number;

	private JsonRpcId(String json) {
		this.json = json;
		this.number = 0;
	}

	private JsonRpcId(long number) {
		this.json = null;
		this.number = number;
	}

	/**
	 * Return a number id.
	 * @param number the number
	 * @return the id
	 */
	public static JsonRpcId of(long number) {
		return (number > -LIMIT && number < LIMIT) ? new JsonRpcId(number) : new JsonRpcId(Long.toString(number));
	}

	/**
	 * Return a string id.
	 * @param text the text, unquoted
	 * @return the id
	 */
	public static JsonRpcId of(String text) {
		return new JsonRpcId(JsonStrings.quote(text));
	}

	/**
	 * Return an id as it is written in JSON.
	 * @param token a well-formed JSON string, number or {@code null}; it is kept as it is
	 * @return the id
	 * @throws IllegalArgumentException if the token begins like none of these
	 */
	public static JsonRpcId ofJson(String token) {
		if ("null".equals(token)) {
			return NULL;
		}
		char first = token.isEmpty() ? ' ' : token.charAt(0);
		if (first != '"' && first != '-' && (first < '0' || first > '9')) {
			throw new IllegalArgumentException("An id is a JSON string, number or null");
		}
		return isInteger(token) ? new JsonRpcId(Long.parseLong(token)) : new JsonRpcId(token);
	}

	// one that is written as Java would write it
	private static boolean isInteger(String token) {
		int start = (token.charAt(0) == '-') ? 1 : 0;
		int digits = token.length() - start;
		if (digits == 0 || digits > MAX_DIGITS || (token.charAt(start) == '0' && token.length() > 1)) {
			return false;
		}
		for (int i = start; i < token.length(); i++) {
			if (token.charAt(i) < '0' || token.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

	/**
	 * Return whether this is {@link #NULL}.
	 * @return {@code true} for the id {@code null}
	 */
	public boolean isNull() {
		return this == NULL;
	}

	/**
	 * Return whether this is a JSON string.
	 * @return {@code true} for a string
	 */
	public boolean isString() {
		return this.json != null && this.json.charAt(0) == '"';
	}

	/**
	 * Return whether this is an integer of at most 18 digits, which {@link #toLong()}
	 * returns. {@code 1.0} is none, and neither is {@code -0}: they are written
	 * otherwise.
	 * @return {@code true} for such an integer
	 */
	public boolean isLong() {
		return this.json == null;
	}

	/**
	 * Return the integer that this is.
	 * @return the integer
	 * @throws IllegalStateException if this is not {@link #isLong() one}
	 */
	public long toLong() {
		if (!isLong()) {
			throw new IllegalStateException("The id " + abbreviate(toJson()) + " is no integer of 18 digits");
		}
		return this.number;
	}

	/**
	 * Return the id as text: a string without quotes and escapes, a number as it was
	 * written.
	 * @return the text
	 */
	public String text() {
		return isString() ? JsonStrings.unquote(toJson()) : toJson();
	}

	/**
	 * Return the id as it stands in the message.
	 * @return the JSON token
	 */
	public String toJson() {
		return (this.json != null) ? this.json : Long.toString(this.number);
	}

	/**
	 * Cut a text for a log: callers choose their ids and methods, and so their length.
	 */
	static String abbreviate(String text) {
		return (text.length() <= MAX_LOGGED) ? text : text.substring(0, MAX_LOGGED) + "…";
	}

	@Override
	public boolean equals(@Nullable Object other) {
		if (this == other || !(other instanceof JsonRpcId that)) {
			return this == other;
		}
		if (this.json == null || that.json == null) {
			return this.json == that.json && this.number == that.number;
		}
		return isString() == that.isString() && (this.json.equals(that.json) || text().equals(that.text()));
	}

	@Override
	public int hashCode() {
		return (this.json != null) ? text().hashCode() : Long.hashCode(this.number);
	}

	@Override
	public String toString() {
		return toJson();
	}

}
