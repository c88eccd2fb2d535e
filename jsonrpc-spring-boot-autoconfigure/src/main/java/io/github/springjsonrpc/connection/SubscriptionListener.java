package io.github.springjsonrpc.connection;

import io.github.springjsonrpc.protocol.JsonRpcRequest;

/**
 * Told when a subscription to what the other side publishes has been accepted, and when
 * it misses something. It travels as an attribute of the {@link JsonRpcRequest} that
 * subscribes, under its type.
 */
@FunctionalInterface
public interface SubscriptionListener {

	/**
	 * The other side has accepted the subscription. Called once, on the thread that reads
	 * the connection and before the first item, so it must not block.
	 */
	void opened();

	/**
	 * The other side has dropped items, as it could not send them as fast as they came.
	 * Called on the thread that reads the connection, before the first item after them,
	 * so it must not block. Does nothing by default.
	 * @param items how many
	 */
	default void dropped(long items) {
	}

}
