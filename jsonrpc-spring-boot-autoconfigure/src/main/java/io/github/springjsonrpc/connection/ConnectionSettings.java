package io.github.springjsonrpc.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The limits and intervals of connections.
 *
 * @param maxInFlight how many messages of the other side may be worked on at the same
 * time; as many again wait, then no more is read
 * @param maxWaitingBytes how many bytes those messages may have together; beyond that no
 * more is read
 * @param maxMessageSize how many bytes a message that is sent may have
 * @param maxOutboundBytes how many bytes may wait to be sent before the other side is
 * taken for one that does not read, and the connection closed with 1008
 * @param maxBatchSize how many entries a batch may have
 * @param maxSubscriptions how many subscriptions the other side may have
 * @param subscriptionBuffer how many items of a subscription of this side may wait for
 * their subscriber
 * @param pingInterval after what time of silence to send a ping; {@code null} for never
 * @param pongTimeout how long to wait for a sign of life after a ping
 * @param writeTimeout how long the other side may read nothing while messages pile up
 * @param cancelMethod the name of the notification that cancels a call
 */
public record ConnectionSettings(int maxInFlight, long maxWaitingBytes, int maxMessageSize, long maxOutboundBytes,
		int maxBatchSize, int maxSubscriptions, int subscriptionBuffer, @Nullable Duration pingInterval,
		Duration pongTimeout, Duration writeTimeout, String cancelMethod) {

	/**
	 * The defaults: 64 messages in flight, 2 MiB of them, messages of 16 MiB, 32 MiB
	 * waiting to be sent, 1,000 entries in a batch, 1,000 subscriptions with 1,024 items
	 * waiting, a ping after 30 seconds, 10 seconds for the pong, 10 seconds for a stalled
	 * reader, and {@code $/cancelRequest} as in the Language Server Protocol.
	 */
	public static final ConnectionSettings DEFAULTS = new ConnectionSettings(64, 2 * 1024 * 1024, 16 * 1024 * 1024,
			32 * 1024 * 1024, 1000, 1000, 1024, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(10),
			"$/cancelRequest");

	/**
	 * Return a builder with the {@link #DEFAULTS}.
	 * @return a new builder
	 */
	public static ConnectionSettingsBuilder builder() {
		return new ConnectionSettingsBuilder();
	}

}
