package io.github.springjsonrpc.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What a subscription has missed and nobody makes up for: what was published while it had
 * no connection, or what the server dropped because it could not send it fast enough.
 *
 * @param duration how long the connection was lost, zero if it was not
 * @param cause why the connection was lost, {@code null} if it was not
 * @param dropped how many items the server says to have dropped, zero if the connection
 * was lost, when nobody knows
 */
public record SubscriptionGap(Duration duration, @Nullable Throwable cause, long dropped) {

	static SubscriptionGap lost(Duration duration, Throwable cause) {
		return new SubscriptionGap(duration, cause, 0);
	}

	static SubscriptionGap dropped(long items) {
		return new SubscriptionGap(Duration.ZERO, null, items);
	}

}
