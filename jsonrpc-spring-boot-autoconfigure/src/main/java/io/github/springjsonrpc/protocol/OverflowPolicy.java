package io.github.springjsonrpc.protocol;

/**
 * What becomes of the items of a subscription that its subscriber does not read in time.
 */
public enum OverflowPolicy {

	/**
	 * The source is asked for no more items than the connection takes, so that it waits.
	 * The choice for sources that can, which all are that read from a store or compute.
	 */
	BACKPRESSURE,

	/**
	 * A number of items waits; one more ends the subscription with an error, after those
	 * that wait.
	 */
	BUFFER,

	/**
	 * A number of items waits; one more takes the place of the oldest. The next message
	 * tells how many are missing.
	 */
	DROP_OLDEST,

	/**
	 * A number of items waits; further ones are dropped. The next message tells how many
	 * are missing.
	 */
	DROP_LATEST,

	/**
	 * A number of items waits; one more closes the connection with the status 1008.
	 */
	CLOSE

}
