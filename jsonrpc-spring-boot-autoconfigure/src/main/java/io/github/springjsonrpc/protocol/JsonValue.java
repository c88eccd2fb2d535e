package io.github.springjsonrpc.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it came over the wire, well-formed but not decoded. Whoever wants it as
 * a type decodes it, straight to that type; passed on as a result it is copied byte by
 * byte. Immutable and safe to share between threads.
 */
public interface JsonValue {

	/**
	 * Decode the value.
	 * @param type the type to decode to, generic or not
	 * @return the decoded value, or {@code null} for the JSON {@code null}
	 * @throws InvalidParamsException if the value does not fit the type
	 */
	@Nullable Object decode(Type type);

	/**
	 * Decode the value to a class.
	 * @param <T> the type to decode to
	 * @param type the class to decode to
	 * @return the decoded value, or {@code null} for the JSON {@code null}
	 * @throws InvalidParamsException if the value does not fit the type
	 */
	@SuppressWarnings("unchecked")
	default <T> @Nullable T decode(Class<T> type) {
		return (T) decode((Type) type);
	}

	/**
	 * Return the elements of an array.
	 * @return the elements in order, not decoded; empty if this is not an array
	 */
	List<JsonValue> elements();

	/**
	 * Return the members of an object.
	 * @return the members in order, not decoded, of duplicates the last; empty if this is
	 * not an object
	 */
	Map<String, JsonValue> members();

	/**
	 * Write the value as UTF-8, exactly as it came.
	 * @param out where to write to
	 * @throws IOException if {@code out} fails
	 */
	void writeTo(OutputStream out) throws IOException;

	/**
	 * Return the JSON text, exactly as it came.
	 * @return the text
	 */
	@Override
	String toString();

}
