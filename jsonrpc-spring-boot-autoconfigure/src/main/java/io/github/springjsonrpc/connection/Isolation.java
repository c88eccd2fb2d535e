package io.github.springjsonrpc.connection;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Runs what reaches code of others: subscribers, listeners, Netty. What they throw is
 * logged and keeps from nobody else what is meant for him.
 */
final class Isolation {

	private static final Log logger = LogFactory.getLog(JsonRpcConnection.class);

	private Isolation() {
	}

	static void run(Runnable task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			logger.error("Somebody who was told of an event of a JSON-RPC connection failed", ex);
		}
	}

}
