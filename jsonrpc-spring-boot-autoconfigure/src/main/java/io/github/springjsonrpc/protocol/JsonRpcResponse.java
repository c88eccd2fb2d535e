package io.github.springjsonrpc.protocol;

import java.lang.reflect.Type;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call: a result or an error. That of a notification has no id; it
 * passes the middleware like any other and is then dropped. Immutable.
 *
 * @see <a href="https://www.jsonrpc.org/specification#response_object">JSON-RPC 2.0,
 * section 5</a>
 */
public final class JsonRpcResponse implements JsonRpcMessage {

	private final @Nullable JsonRpcId id;

	private final @Nullable Object result;

	private final @Nullable Type resultType;

	private final @Nullable JsonRpcError error;

	private JsonRpcResponse(@Nullable JsonRpcId id, @Nullable Object result, @Nullable Type resultType,
			@Nullable JsonRpcError error) {
		this.id = id;
		this.result = result;
		this.resultType = resultType;
		this.error = error;
	}

	/**
	 * Create the outcome of a call that succeeded.
	 * @param id the id of the request, or {@code null} for a notification
	 * @param result the result, which may be {@code null}
	 * @return the response
	 */
	public static JsonRpcResponse success(@Nullable JsonRpcId id, @Nullable Object result) {
		return new JsonRpcResponse(id, result, null, null);
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
		return new JsonRpcResponse(id, result, resultType, null);
	}

	/**
	 * Create the outcome of a call that failed.
	 * @param id the id of the request, or {@code null} for a notification
	 * @param error the error
	 * @return the response
	 */
	public static JsonRpcResponse failure(@Nullable JsonRpcId id, JsonRpcError error) {
		return new JsonRpcResponse(id, null, null, error);
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
		return success(this.id, result);
	}

	/**
	 * Return a response to the same request that has failed.
	 * @param error the error
	 * @return the response
	 */
	public JsonRpcResponse withError(JsonRpcError error) {
		return failure(this.id, error);
	}

	/**
	 * Return the same outcome as that of another request.
	 * @param id the id of that request, or {@code null} for a notification
	 * @return the response
	 */
	public JsonRpcResponse withId(@Nullable JsonRpcId id) {
		return new JsonRpcResponse(id, this.result, this.resultType, this.error);
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
