package io.github.springjsonrpc.connection;

import org.springframework.web.reactive.socket.CloseStatus;

/**
 * Fails a call whose connection has ended before the answer came. Whether the other side
 * has run the call is not known.
 */
public final class ConnectionClosedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient CloseStatus status;

	/**
	 * Create an exception.
	 * @param status why the connection ended
	 */
	public ConnectionClosedException(CloseStatus status) {
		super("The connection is closed: " + status.getCode()
				+ ((status.getReason() != null) ? " " + status.getReason() : ""));
		this.status = status;
	}

	/**
	 * Return why the connection ended.
	 * @return the status that either side gave, or {@link CloseStatus#NO_CLOSE_FRAME} if
	 * it broke
	 */
	public CloseStatus status() {
		return this.status;
	}

}
