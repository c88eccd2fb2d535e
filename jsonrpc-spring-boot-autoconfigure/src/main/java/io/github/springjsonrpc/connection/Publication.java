package io.github.springjsonrpc.connection;

import io.github.springjsonrpc.protocol.OverflowPolicy;
import reactor.core.publisher.Flux;

/**
 * What a subscriber gets, and how.
 *
 * @param items the source, cancelled when the subscription or the connection ends. Its
 * error goes to the subscriber if it is a
 * {@link io.github.springjsonrpc.protocol.JsonRpcException}, and is an internal error
 * otherwise
 * @param notification the name of the notifications that carry the items
 * @param end the name of the notification that tells the end
 * @param policy what becomes of items that can't be sent in time
 * @param buffer how many items may wait until the policy strikes, except for
 * {@link OverflowPolicy#BACKPRESSURE}
 */
public record Publication(Flux<?> items, String notification, String end, OverflowPolicy policy, int buffer) {

	/**
	 * Create a publication that waits for its subscriber.
	 * @param items the source
	 * @param notification the name of all notifications, the end included
	 */
	public Publication(Flux<?> items, String notification) {
		this(items, notification, notification, OverflowPolicy.BACKPRESSURE, 0);
	}

}
