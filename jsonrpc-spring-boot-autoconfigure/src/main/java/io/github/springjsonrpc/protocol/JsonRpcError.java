package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The {@code error} member of a response.
 *
 * @param code a number that says what kind of failure it is; {@link JsonRpcErrorCode}
 * lists those of this library
 * @param message one short sentence
 * @param data anything more: on a server any object that the codec can write, on a client
 * a {@link JsonValue} to be decoded; {@code null} leaves the member out
 * @see <a href="https://www.jsonrpc.org/specification#error_object">JSON-RPC 2.0, section
 * 5.1</a>
 */
public record JsonRpcError(int code, String message, @Nullable Object data) {

	/**
	 * Return the data as a type.
	 * @param <T> the type
	 * @param type the type to decode to, or that of the data as it is
	 * @return the data, or {@code null} if there is none
	 * @throws InvalidParamsException if the data does not fit the type
	 */
	public <T> @Nullable T data(Class<T> type) {
		return (this.data instanceof JsonValue json) ? json.decode(type) : type.cast(this.data);
	}

	/**
	 * Return a copy with other data.
	 * @param data the new data, or {@code null} for none
	 * @return the copy
	 */
	public JsonRpcError withData(@Nullable Object data) {
		return new JsonRpcError(this.code, this.message, data);
	}

}
