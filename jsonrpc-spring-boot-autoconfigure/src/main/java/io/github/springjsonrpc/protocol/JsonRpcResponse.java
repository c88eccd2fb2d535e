package io.github.springjsonrpc.protocol;

import java.lang.reflect.Type;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call: a result or an error. That of a notification has no id; it
 * passes the middleware like any other and is then dropped. Immutable.
 * <p>
 * Attributes travel with the response and never over the wire: a client's transport puts
 * there what it knows of the answer, such as the HTTP status.
 *
 * @see <a href="https://www.jsonrpc.org/specification#response_object">JSON-RPC 2.0,
 * section 5</a>
 */
public final class JsonRpcResponse implements JsonRpcMessage {

	private final @Nullable JsonRpcId id;

	private final @Nullable Object result;

	private final @Nullable Type resultType;

	private final @Nullable JsonRpcError error;

	private final @Nullable Attribute attributes;

	private JsonRpcResponse(@Nullable JsonRpcId id, @Nullable Object result, @Nullable Type resultType,
			@Nullable JsonRpcError error, @Nullable Attribute attributes) {
		this.id = id;
		this.result = result;
		this.resultType = resultType;
		this.error = error;
		this.attributes = attributes;
	}

	/**
	 * Create the outcome of a call that succeeded.
	 * @param id the id of the request, or {@code null} for a notification
	 * @param result the result, which may be {@code null}
	 * @return the response
	 */
	public static JsonRpcResponse success(@Nullable JsonRpcId id, @Nullable Object result) {
		return new JsonRpcResponse(id, result, null, null, null);
	}

	/**
	 * Create the outcome of a call that succeeded, and say what type to write the result
	 * as.
	 * @param id the id of the request, or {@code null} for a notification
	 * @param result the result, which may be {@code null}
	 * @param resultType the declared type where the class of the result does not tell it,
	 * as with the elements of a list; {@code null} to go by the class
	 * @return the response
	 */
	public static JsonRpcResponse success(@Nullable JsonRpcId id, @Nullable Object result, @Nullable Type resultType) {
		return new JsonRpcResponse(id, result, resultType, null, null);
	}

	/**
	 * Create the outcome of a call that failed.
	 * @param id the id of the request, or {@code null} for a notification
	 * @param error the error
	 * @return the response
	 */
	public static JsonRpcResponse failure(@Nullable JsonRpcId id, JsonRpcError error) {
		return new JsonRpcResponse(id, null, null, error, null);
	}

	/**
	 * Return the id of the request.
	 * @return the id, or {@code null} for the outcome of a notification
	 */
	public @Nullable JsonRpcId id() {
		return this.id;
	}

	/**
	 * Return whether the call failed.
	 * @return {@code true} if there is an {@link #error()}
	 */
	public boolean isError() {
		return this.error != null;
	}

	/**
	 * Return the result.
	 * @return the result, {@code null} if it is null or the call failed
	 */
	public @Nullable Object result() {
		return this.result;
	}

	/**
	 * Return the type to write the result as.
	 * @return the declared type, or {@code null} to go by the class of the result
	 */
	public @Nullable Type resultType() {
		return this.resultType;
	}

	/**
	 * Return the error.
	 * @return the error, or {@code null} if the call succeeded
	 */
	public @Nullable JsonRpcError error() {
		return this.error;
	}

	/**
	 * Return a response to the same request that has another result.
	 * @param result the new result, which may be {@code null}
	 * @return the response
	 */
	public JsonRpcResponse withResult(@Nullable Object result) {
		return new JsonRpcResponse(this.id, result, null, null, this.attributes);
	}

	/**
	 * Return a response to the same request that has failed.
	 * @param error the error
	 * @return the response
	 */
	public JsonRpcResponse withError(JsonRpcError error) {
		return new JsonRpcResponse(this.id, null, null, error, this.attributes);
	}

	/**
	 * Return the same outcome as that of another request.
	 * @param id the id of that request, or {@code null} for a notification
	 * @return the response
	 */
	public JsonRpcResponse withId(@Nullable JsonRpcId id) {
		return new JsonRpcResponse(id, this.result, this.resultType, this.error, this.attributes);
	}

	/**
	 * Return a copy with one more attribute.
	 * @param name the name; an attribute that has it already is hidden
	 * @param value the value
	 * @return the copy
	 */
	public JsonRpcResponse withAttribute(String name, Object value) {
		return new JsonRpcResponse(this.id, this.result, this.resultType, this.error,
				new Attribute(name, value, this.attributes));
	}

	/**
	 * Return a copy with an attribute named after a type.
	 * @param <T> the type
	 * @param type the type
	 * @param value the value
	 * @return the copy
	 */
	public <T> JsonRpcResponse withAttribute(Class<T> type, T value) {
		return withAttribute(type.getName(), value);
	}

	/**
	 * Return an attribute.
	 * @param name the name
	 * @return the value, or {@code null} if there is none
	 */
	public @Nullable Object attribute(String name) {
		return Attribute.find(this.attributes, name);
	}

	/**
	 * Return the attribute named after a type.
	 * @param <T> the type
	 * @param type the type
	 * @return the value, or {@code null} if there is none
	 */
	public <T> @Nullable T attribute(Class<T> type) {
		return type.cast(attribute(type.getName()));
	}

	/**
	 * Return all attributes.
	 * @return an unmodifiable map, in no particular order
	 */
	public Map<String, Object> attributes() {
		return Attribute.toMap(this.attributes);
	}

	/**
	 * Return the id and the error code for a log, not at any length.
	 * @return the text
	 */
	@Override
	public String toString() {
		return JsonRpcId.abbreviate("response " + this.id) + ((this.error != null) ? " " + this.error.code() : "");
	}

}
