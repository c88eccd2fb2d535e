package io.github.springjsonrpc.protocol;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A call of a method: a request that wants an answer, or a notification that gets none.
 * Immutable; a middleware passes a changed copy on.
 * <p>
 * Attributes travel with the request and never over the wire. A transport puts what it
 * knows of the caller there, such as the HTTP exchange, and a middleware what it wants a
 * method to get. They belong to one call: entries of a batch share none.
 *
 * @see <a href="https://www.jsonrpc.org/specification#request_object">JSON-RPC 2.0,
 * section 4</a>
 */
public final class JsonRpcRequest implements JsonRpcMessage {

	private final @Nullable JsonRpcId id;

	private final String method;

	private final JsonRpcParams params;

	private final @Nullable Attribute attributes;

	private JsonRpcRequest(@Nullable JsonRpcId id, String method, JsonRpcParams params,
			@Nullable Attribute attributes) {
		this.id = id;
		this.method = method;
		this.params = params;
		this.attributes = attributes;
	}

	/**
	 * Create a request that wants an answer.
	 * @param id the id
	 * @param method the name of the method
	 * @param params the params
	 * @return the request
	 */
	public static JsonRpcRequest request(JsonRpcId id, String method, JsonRpcParams params) {
		return new JsonRpcRequest(id, method, params, null);
	}

	/**
	 * Create a notification.
	 * @param method the name of the method
	 * @param params the params
	 * @return the notification
	 */
	public static JsonRpcRequest notification(String method, JsonRpcParams params) {
		return new JsonRpcRequest(null, method, params, null);
	}

	/**
	 * Return the id.
	 * @return the id, {@link JsonRpcId#NULL} if the message said {@code "id": null}, or
	 * {@code null} for a notification
	 */
	public @Nullable JsonRpcId id() {
		return this.id;
	}

	/**
	 * Return whether this is a notification: a message without the member {@code id}.
	 * @return {@code true} if nobody waits for an answer
	 */
	public boolean isNotification() {
		return this.id == null;
	}

	/**
	 * Return the name of the method.
	 * @return the name
	 */
	public String method() {
		return this.method;
	}

	/**
	 * Return the params.
	 * @return the params, never {@code null}
	 */
	public JsonRpcParams params() {
		return this.params;
	}

	/**
	 * Return a copy that wants an answer with an id.
	 * @param id the id
	 * @return the request
	 */
	public JsonRpcRequest withId(JsonRpcId id) {
		return new JsonRpcRequest(id, this.method, this.params, this.attributes);
	}

	/**
	 * Return a copy that calls another method.
	 * @param method the name of that method
	 * @return the copy
	 */
	public JsonRpcRequest withMethod(String method) {
		return new JsonRpcRequest(this.id, method, this.params, this.attributes);
	}

	/**
	 * Return a copy with other params.
	 * @param params the new params
	 * @return the copy
	 */
	public JsonRpcRequest withParams(JsonRpcParams params) {
		return new JsonRpcRequest(this.id, this.method, params, this.attributes);
	}

	/**
	 * Return a copy that wants no answer.
	 * @return the notification
	 */
	public JsonRpcRequest asNotification() {
		return new JsonRpcRequest(null, this.method, this.params, this.attributes);
	}

	/**
	 * Return a copy with one more attribute.
	 * @param name the name; an attribute that has it already is hidden
	 * @param value the value
	 * @return the copy
	 */
	public JsonRpcRequest withAttribute(String name, Object value) {
		return new JsonRpcRequest(this.id, this.method, this.params, new Attribute(name, value, this.attributes));
	}

	/**
	 * Return a copy with an attribute named after a type.
	 * @param <T> the type
	 * @param type the type
	 * @param value the value
	 * @return the copy
	 */
	public <T> JsonRpcRequest withAttribute(Class<T> type, T value) {
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
	 * Return the id and the method for a log: without line breaks, which a caller could
	 * forge entries with, and not at any length.
	 * @return the text
	 */
	@Override
	public String toString() {
		String quoted = JsonStrings.quote(this.method);
		return JsonRpcId.abbreviate((isNotification() ? "notification " : "request " + this.id + " ")
				+ quoted.substring(1, quoted.length() - 1));
	}

}
