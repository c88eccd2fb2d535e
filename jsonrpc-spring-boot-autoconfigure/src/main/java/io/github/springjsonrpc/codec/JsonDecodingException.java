package io.github.springjsonrpc.codec;

import org.jspecify.annotations.Nullable;

/**
 * A JSON value does not fit the type it is wanted as. The message is fit for callers: it
 * speaks of JSON and never of classes.
 */
public class JsonDecodingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String path;

	/**
	 * Create an exception. It has no stack trace: any caller can cause it.
	 * @param path the path from the value to the part that is wrong, such as
	 * {@code address[0].zip}; empty for the value itself
	 * @param message what is wrong, in words for the caller
	 */
	public JsonDecodingException(String path, String message) {
		this(path, message, null);
	}

	/**
	 * Create an exception with a cause, which may name classes: it is for the log.
	 * @param path the path from the value to the part that is wrong
	 * @param message what is wrong, in words for the caller
	 * @param cause the cause, or {@code null}
	 */
	public JsonDecodingException(String path, String message, @Nullable Throwable cause) {
		super(message, cause, false, false);
		this.path = path;
	}

	/**
	 * Return the path from the value to the part that is wrong.
	 * @return the path, empty for the value itself
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Return the same path as seen from outside.
	 * @param name the name under which the value is known
	 * @return the path that begins with that name
	 */
	public String pathWithin(String name) {
		return (this.path.isEmpty() || this.path.startsWith("[")) ? name + this.path : name + "." + this.path;
	}

}
