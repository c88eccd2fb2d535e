package io.github.springjsonrpc.client;

import io.github.springjsonrpc.connection.ConnectionClosedException;
import io.github.springjsonrpc.connection.InvalidResponseException;

/**
 * What an exception of a connection means.
 */
final class ConnectionFailure {

	private ConnectionFailure() {
	}

	static Throwable of(Throwable exception) {
		if (exception instanceof ConnectionClosedException) {
			return new TransportException(String.valueOf(exception.getMessage()), true, exception);
		}
		if (exception instanceof InvalidResponseException) {
			return new UnreadableResponseException(String.valueOf(exception.getMessage()), exception);
		}
		return exception;
	}

}
