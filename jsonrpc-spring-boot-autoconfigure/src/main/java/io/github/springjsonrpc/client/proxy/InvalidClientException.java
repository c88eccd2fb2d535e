package io.github.springjsonrpc.client.proxy;

import org.jspecify.annotations.Nullable;

/**
 * No client can be made of an interface the way it is declared.
 */
public class InvalidClientException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * Create an exception.
	 * @param problem what is wrong, and where
	 * @param remedy what to do about it
	 */
	public InvalidClientException(String problem, String remedy) {
		this(problem, remedy, null);
	}

	/**
	 * Create an exception.
	 * @param problem what is wrong, and where
	 * @param remedy what to do about it
	 * @param cause the cause, or {@code null}
	 */
	public InvalidClientException(String problem, String remedy, @Nullable Throwable cause) {
		super(problem, cause);
		this.remedy = remedy;
	}

	/**
	 * Return what to do about it.
	 * @return a sentence
	 */
	public String getRemedy() {
		return this.remedy;
	}

}
