package io.github.springjsonrpc.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Builds {@link ConnectionSettings}. Not thread-safe; it may be used again.
 */
public final class ConnectionSettingsBuilder {

	private int maxInFlight = ConnectionSettings.DEFAULTS.maxInFlight();

	private long maxWaitingBytes = ConnectionSettings.DEFAULTS.maxWaitingBytes();

	private int maxMessageSize = ConnectionSettings.DEFAULTS.maxMessageSize();

	private long maxOutboundBytes = ConnectionSettings.DEFAULTS.maxOutboundBytes();

	private int maxBatchSize = ConnectionSettings.DEFAULTS.maxBatchSize();

	private int maxSubscriptions = ConnectionSettings.DEFAULTS.maxSubscriptions();

	private int subscriptionBuffer = ConnectionSettings.DEFAULTS.subscriptionBuffer();

	private @Nullable Duration pingInterval = ConnectionSettings.DEFAULTS.pingInterval();

	private Duration pongTimeout = ConnectionSettings.DEFAULTS.pongTimeout();

	private Duration writeTimeout = ConnectionSettings.DEFAULTS.writeTimeout();

	private String cancelMethod = ConnectionSettings.DEFAULTS.cancelMethod();

	ConnectionSettingsBuilder() {
	}

	/**
	 * Set how many messages of the other side may be worked on at the same time.
	 * @param messages the number, 64 by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder maxInFlight(int messages) {
		Assert.isTrue(messages > 0, "'messages' must be positive");
		this.maxInFlight = messages;
		return this;
	}

	/**
	 * Set how many bytes those messages may have together before no more is read.
	 * @param bytes the size, 2 MiB by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder maxWaitingBytes(long bytes) {
		Assert.isTrue(bytes > 0, "'bytes' must be positive");
		this.maxWaitingBytes = bytes;
		return this;
	}

	/**
	 * Set how many bytes a message that is sent may have.
	 * @param bytes the size, 16 MiB by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder maxMessageSize(int bytes) {
		Assert.isTrue(bytes > 0, "'bytes' must be positive");
		this.maxMessageSize = bytes;
		return this;
	}

	/**
	 * Set how many bytes may wait to be sent before the connection is closed with 1008.
	 * @param bytes the size, 32 MiB by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder maxOutboundBytes(long bytes) {
		Assert.isTrue(bytes > 0, "'bytes' must be positive");
		this.maxOutboundBytes = bytes;
		return this;
	}

	/**
	 * Set how many entries a batch may have.
	 * @param entries the number, 1000 by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder maxBatchSize(int entries) {
		Assert.isTrue(entries > 0, "'entries' must be positive");
		this.maxBatchSize = entries;
		return this;
	}

	/**
	 * Set how many subscriptions the other side may have.
	 * @param subscriptions the number, 1000 by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder maxSubscriptions(int subscriptions) {
		this.maxSubscriptions = subscriptions;
		return this;
	}

	/**
	 * Set how many items of a subscription of this side may wait for their subscriber.
	 * @param items the number, 1024 by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder subscriptionBuffer(int items) {
		Assert.isTrue(items > 0, "'items' must be positive");
		this.subscriptionBuffer = items;
		return this;
	}

	/**
	 * Set after what time of silence to send a ping.
	 * @param interval the time, 30 seconds by default; {@code null} for never
	 * @return this builder
	 */
	public ConnectionSettingsBuilder pingInterval(@Nullable Duration interval) {
		this.pingInterval = interval;
		return this;
	}

	/**
	 * Set how long to wait for a sign of life after a ping.
	 * @param timeout the time, 10 seconds by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder pongTimeout(Duration timeout) {
		this.pongTimeout = timeout;
		return this;
	}

	/**
	 * Set how long the other side may read nothing while messages pile up.
	 * @param timeout the time, 10 seconds by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder writeTimeout(Duration timeout) {
		this.writeTimeout = timeout;
		return this;
	}

	/**
	 * Set the name of the notification that cancels a call.
	 * @param name the name, {@code $/cancelRequest} by default
	 * @return this builder
	 */
	public ConnectionSettingsBuilder cancelMethod(String name) {
		this.cancelMethod = name;
		return this;
	}

	/**
	 * Build the settings.
	 * @return the settings
	 */
	public ConnectionSettings build() {
		return new ConnectionSettings(this.maxInFlight, this.maxWaitingBytes, this.maxMessageSize,
				this.maxOutboundBytes, this.maxBatchSize, this.maxSubscriptions, this.subscriptionBuffer,
				this.pingInterval, this.pongTimeout, this.writeTimeout, this.cancelMethod);
	}

}
