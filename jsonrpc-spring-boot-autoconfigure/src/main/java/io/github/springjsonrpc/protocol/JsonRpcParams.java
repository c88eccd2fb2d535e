package io.github.springjsonrpc.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The params of a request: none, by position or by name. Those that came over the wire
 * stay undecoded until something asks for them. A method with a parameter of this type
 * gets all of them, whatever their number, names and types. Immutable.
 *
 * @see <a href="https://www.jsonrpc.org/specification#parameter_structures">JSON-RPC 2.0,
 * section 4.2</a>
 */
public final class JsonRpcParams {

	private static final JsonRpcParams NONE = new JsonRpcParams(Kind.NONE, null, null);

	private final Kind kind;

	private final @Nullable JsonValue encoded;

	// a List, a Map, or null until the encoded form is decoded; a race decodes twice
	private @Nullable Object values;

	private JsonRpcParams(Kind kind, @Nullable JsonValue encoded, @Nullable Object values) {
		this.kind = kind;
		this.encoded = encoded;
		this.values = values;
	}

	/**
	 * Return params that are absent.
	 * @return no params
	 */
	public static JsonRpcParams none() {
		return NONE;
	}

	/**
	 * Return params by position.
	 * @param values the values, which may be {@code null}
	 * @return the params
	 */
	public static JsonRpcParams positional(@Nullable Object... values) {
		return positional(Arrays.asList(values));
	}

	/**
	 * Return params by position.
	 * @param values the values, which may be {@code null}; the list is copied
	 * @return the params
	 */
	public static JsonRpcParams positional(List<? extends @Nullable Object> values) {
		return new JsonRpcParams(Kind.POSITIONAL, null, Collections.unmodifiableList(new ArrayList<>(values)));
	}

	/**
	 * Return params by name.
	 * @param values the values, which may be {@code null}; the map is copied, its order
	 * kept
	 * @return the params
	 */
	public static JsonRpcParams named(Map<String, ? extends @Nullable Object> values) {
		return new JsonRpcParams(Kind.NAMED, null, Collections.unmodifiableMap(new LinkedHashMap<>(values)));
	}

	/**
	 * Return params that are not decoded yet.
	 * @param kind {@link Kind#POSITIONAL} if the value is an array, {@link Kind#NAMED} if
	 * it is an object
	 * @param value the array or object
	 * @return the params
	 */
	public static JsonRpcParams encoded(Kind kind, JsonValue value) {
		return new JsonRpcParams(kind, value, null);
	}

	/**
	 * Return how the params are given.
	 * @return the kind
	 */
	public Kind kind() {
		return this.kind;
	}

	/**
	 * Return the JSON these params came as.
	 * @return the array or object, or {@code null} if they were made from values
	 */
	public @Nullable JsonValue encoded() {
		return this.encoded;
	}

	/**
	 * Return the values given by position, as strings, numbers, booleans, lists, maps and
	 * {@code null}, or as whatever a middleware put in their place.
	 * @return an unmodifiable list, empty unless the params are {@link Kind#POSITIONAL}
	 */
	@SuppressWarnings("unchecked")
	public List<@Nullable Object> asList() {
		return (this.kind == Kind.POSITIONAL) ? (List<@Nullable Object>) values() : List.of();
	}

	/**
	 * Return the values given by name, as strings, numbers, booleans, lists, maps and
	 * {@code null}, or as whatever a middleware put in their place.
	 * @return an unmodifiable map in the order of the message, empty unless the params
	 * are {@link Kind#NAMED}
	 */
	@SuppressWarnings("unchecked")
	public Map<String, @Nullable Object> asMap() {
		return (this.kind == Kind.NAMED) ? (Map<String, @Nullable Object>) values() : Map.of();
	}

	/**
	 * Return the params as one value, in the form in which they are there.
	 * @return the {@link #encoded() JSON} where they came as such, else the list or map;
	 * {@code null} if there are none
	 */
	public @Nullable Object asValue() {
		return (this.encoded != null) ? this.encoded : this.values;
	}

	private Object values() {
		Object values = this.values;
		if (values == null) {
			JsonValue json = this.encoded;
			if (json == null) {
				throw new IllegalStateException("Params without a value");
			}
			values = (this.kind == Kind.POSITIONAL)
					? Collections.unmodifiableList((List<?>) required(json.decode(List.class)))
					: Collections.unmodifiableMap((Map<?, ?>) required(json.decode(Map.class)));
			this.values = values;
		}
		return values;
	}

	private static Object required(@Nullable Object decoded) {
		if (decoded == null) {
			throw new IllegalStateException("An array or object was decoded to null");
		}
		return decoded;
	}

	/**
	 * Return the params as JSON where they came as such, else as values.
	 * @return the text
	 */
	@Override
	public String toString() {
		return String.valueOf(asValue());
	}

	/**
	 * How params are given.
	 */
	public enum Kind {

		/** The member is absent, or null. */
		NONE,

		/** An array. */
		POSITIONAL,

		/** An object. */
		NAMED

	}

}
