package io.github.springjsonrpc.connection;

/**
 * Fails a call that was answered by something with its id that is no JSON-RPC response.
 */
public final class InvalidResponseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create an exception.
	 * @param message what is wrong with the answer
	 */
	public InvalidResponseException(String message) {
		super(message);
	}

}
