package io.github.springjsonrpc.client;

/**
 * How large messages over HTTP may be.
 *
 * @param maxRequestSize how many bytes a request may have; a larger one is not sent
 * @param maxResponseSize how many bytes of a response are read, after decompression
 * @param maxBatchSize how many responses a batch may have
 */
public record HttpLimits(int maxRequestSize, int maxResponseSize, int maxBatchSize) {

	/**
	 * The defaults: 16 MiB for requests, 16 MiB for responses, 10,000 responses in a
	 * batch.
	 */
	public static final HttpLimits DEFAULTS = new HttpLimits(16 * 1024 * 1024, 16 * 1024 * 1024, 10_000);

}
