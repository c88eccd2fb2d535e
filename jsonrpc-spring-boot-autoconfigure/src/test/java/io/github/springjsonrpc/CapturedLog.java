package io.github.springjsonrpc;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What one logger logs while this is open, and nothing of it on the console.
 */
public final class CapturedLog implements AutoCloseable {

	private final Logger logger;

	private final @Nullable Level level;

	private final Events events = new Events();

	private CapturedLog(Class<?> type, Level level) {
		this.logger = (Logger) LoggerFactory.getLogger(type);
		this.level = this.logger.getLevel();
		this.logger.setLevel(level);
		this.logger.setAdditive(false);
		this.events.setContext(this.logger.getLoggerContext());
		this.events.start();
		this.logger.addAppender(this.events);
	}

	/**
	 * Capture what the logger of a class logs at a level and above.
	 */
	public static CapturedLog of(Class<?> type, Level level) {
		return new CapturedLog(type, level);
	}

	public List<ILoggingEvent> events() {
		return this.events.list;
	}

	/**
	 * Return the messages without their levels.
	 */
	public List<String> lines() {
		return this.events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.events);
		this.logger.setAdditive(true);
		this.logger.setLevel(this.level);
	}

	private static final class Events extends AppenderBase<ILoggingEvent> {

		private final List<ILoggingEvent> list = new CopyOnWriteArrayList<>();

		@Override
		protected void append(ILoggingEvent event) {
			this.list.add(event);
		}

	}

}
