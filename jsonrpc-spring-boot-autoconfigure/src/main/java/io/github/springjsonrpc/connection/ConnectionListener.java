package io.github.springjsonrpc.connection;

import io.github.springjsonrpc.protocol.JsonRpcResponse;

import org.springframework.web.reactive.socket.CloseStatus;

/**
 * Told what happens to connections. Called on the connection's own threads, which it must
 * not block; an exception is logged and changes nothing.
 */
public interface ConnectionListener {

	/**
	 * A connection can be used from now on.
	 * @param connection the connection
	 */
	default void connected(JsonRpcConnection connection) {
	}

	/**
	 * A connection has ended; all that belonged to it has been cancelled.
	 * @param connection the connection
	 * @param status the reason that either side gave, or
	 * {@link CloseStatus#NO_CLOSE_FRAME} if it broke
	 */
	default void disconnected(JsonRpcConnection connection, CloseStatus status) {
	}

	/**
	 * A response came that nobody waits for: its call was cancelled or timed out, or
	 * never made.
	 * @param connection the connection
	 * @param response the response
	 */
	default void unmatched(JsonRpcConnection connection, JsonRpcResponse response) {
	}

	/**
	 * The other side reads too slowly, so that the connection is being closed.
	 * @param connection the connection
	 * @param waitingBytes how many bytes were waiting to be sent
	 */
	default void slow(JsonRpcConnection connection, long waitingBytes) {
	}

}
