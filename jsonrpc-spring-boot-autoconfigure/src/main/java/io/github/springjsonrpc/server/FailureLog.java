package io.github.springjsonrpc.server;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Logs failed calls, and never fails itself: an exception may throw another one when it
 * is asked for its message, and the answer must not be lost for that.
 */
final class FailureLog {

	private final Log logger;

	FailureLog(Class<?> type) {
		this.logger = LogFactory.getLog(type);
	}

	void error(String text, Throwable exception) {
		try {
			this.logger.error(text, exception);
		}
		catch (RuntimeException | Error ex) {
			this.logger.error(text + " with " + exception.getClass().getName() + ", which can't be printed");
		}
	}

	void warn(String text, @Nullable Throwable cause) {
		try {
			this.logger.warn(text, cause);
		}
		catch (RuntimeException | Error ex) {
			this.logger.warn(text);
		}
	}

	void debug(String text, Throwable exception) {
		if (!this.logger.isDebugEnabled()) {
			return;
		}
		try {
			this.logger.debug(text, exception);
		}
		catch (RuntimeException | Error ex) {
			this.logger.debug(text);
		}
	}

}
