package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.util.Assert;

/**
 * How a lost connection is made anew: after a time that doubles with each attempt, and is
 * different for each client, so that they do not all come back at once.
 *
 * @param minBackoff about how long to wait before the first attempt
 * @param maxBackoff about how long to wait at most; a connection that lasted longer than
 * this makes the next attempt the first one again
 * @param jitter by which part of the time it is made shorter or longer at random, from 0
 * to 1
 */
public record ReconnectPolicy(Duration minBackoff, Duration maxBackoff, double jitter) {

	/**
	 * The defaults: from half a second up to 30 seconds, half of it at random.
	 */
	public static final ReconnectPolicy DEFAULTS = new ReconnectPolicy(Duration.ofMillis(500), Duration.ofSeconds(30),
			0.5);

	private static final int MAX_DOUBLINGS = 30;

	public ReconnectPolicy {
		Assert.isTrue(!minBackoff.isNegative() && !minBackoff.isZero(), "'minBackoff' must be positive");
		Assert.isTrue(maxBackoff.compareTo(minBackoff) >= 0, "'maxBackoff' must not be less than 'minBackoff'");
		Assert.isTrue(jitter >= 0 && jitter <= 1, "'jitter' must be from 0 to 1");
	}

	/**
	 * Return how long to wait.
	 * @param attempt the number of the attempt, beginning with 0
	 * @return the time
	 */
	Duration delay(int attempt) {
		double backoff = Math.min(this.minBackoff.toMillis() * Math.pow(2, Math.min(attempt, MAX_DOUBLINGS)),
				this.maxBackoff.toMillis());
		double random = ThreadLocalRandom.current().nextDouble(-1, 1) * this.jitter;
		return Duration.ofMillis(Math.round(backoff * (1 + random)));
	}

}
