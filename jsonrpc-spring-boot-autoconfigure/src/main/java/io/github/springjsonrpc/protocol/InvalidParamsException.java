package io.github.springjsonrpc.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The params do not fit the method. What the library finds is told as
 * {@code {"violations": [{"path": …, "message": …}]}}.
 *
 * @see JsonRpcErrorCode#INVALID_PARAMS
 */
public class InvalidParamsException extends JsonRpcException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception with the specification's message and no data.
	 */
	public InvalidParamsException() {
		this((Object) null);
	}

	/**
	 * Create an exception with the specification's message.
	 * @param data what more to tell the caller, or {@code null} for nothing
	 */
	public InvalidParamsException(@Nullable Object data) {
		super(JsonRpcErrorCode.INVALID_PARAMS.error().withData(data), null, false);
	}

	/**
	 * Create an exception with a message of its own.
	 * @param message the message for the caller, or from the server that was called
	 * @param data what more to tell, or {@code null} for nothing
	 */
	public InvalidParamsException(String message, @Nullable Object data) {
		super(new JsonRpcError(JsonRpcErrorCode.INVALID_PARAMS.code(), message, data), null, false);
	}

	/**
	 * Create an exception that tells one violation.
	 * @param path the parameter, or the path to the value inside it, such as
	 * {@code user.address[0].zip}
	 * @param message what is wrong with it
	 * @return the exception
	 */
	public static InvalidParamsException of(String path, String message) {
		return of(List.of(new Violation(path, message)));
	}

	/**
	 * Create an exception that tells several violations.
	 * @param violations what is wrong, in the order to tell it
	 * @return the exception
	 */
	public static InvalidParamsException of(List<Violation> violations) {
		return new InvalidParamsException(Map.of("violations", violations.stream().map(Violation::told).toList()));
	}

	/**
	 * One thing that is wrong with the params.
	 *
	 * @param path the parameter, or the path to the value inside it
	 * @param message what is wrong with it, without names of classes
	 */
	public record Violation(String path, String message) {

		// a map, so that no naming strategy renames members; not Map.of, whose order
		// differs from process to process
		private Map<String, String> told() {
			Map<String, String> told = new LinkedHashMap<>();
			told.put("path", this.path);
			told.put("message", this.message);
			return told;
		}

	}

}
