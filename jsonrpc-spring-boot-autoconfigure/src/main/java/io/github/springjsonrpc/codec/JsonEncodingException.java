package io.github.springjsonrpc.codec;

/**
 * A value can't be written as JSON. The message may name classes: it is for the log.
 */
public class JsonEncodingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what went wrong, for the log
	 * @param cause the cause
	 */
	public JsonEncodingException(String message, Throwable cause) {
		super(message, cause);
	}

}
