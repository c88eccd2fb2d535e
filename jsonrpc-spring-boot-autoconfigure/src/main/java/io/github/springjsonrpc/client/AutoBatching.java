package io.github.springjsonrpc.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How calls are put together in batches without their callers knowing.
 *
 * @param window how long the first call waits for others
 * @param maxSize how many calls a batch has at most; the last one sends it at once
 */
public record AutoBatching(Duration window, int maxSize) {

	public AutoBatching {
		Assert.isTrue(!window.isNegative() && !window.isZero(), "'window' must be positive");
		Assert.isTrue(maxSize > 1, "'maxSize' must be greater than 1");
	}

}
