package io.github.springjsonrpc.autoconfigure.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.autoconfigure.PropertyCheck;
import io.github.springjsonrpc.client.ReconnectPolicy;
import io.github.springjsonrpc.connection.ConnectionSettings;
import org.jspecify.annotations.Nullable;

/**
 * Properties of the WebSocket connection of one client.
 */
public class ClientWebSocketProperties {

	/**
	 * Comma-separated list of sub-protocols to offer, the preferred one first.
	 */
	private List<String> subProtocols = new ArrayList<>();

	/**
	 * Time of silence after which the server is asked for a sign of life.
	 */
	private Duration pingInterval = Duration.ofSeconds(30);

	/**
	 * Time to wait for that sign of life.
	 */
	private Duration pongTimeout = Duration.ofSeconds(10);

	private final Reconnect reconnect = new Reconnect();

	public List<String> getSubProtocols() {
		return this.subProtocols;
	}

	public void setSubProtocols(List<String> subProtocols) {
		this.subProtocols = subProtocols;
	}

	public Duration getPingInterval() {
		return this.pingInterval;
	}

	public void setPingInterval(Duration pingInterval) {
		this.pingInterval = pingInterval;
	}

	public Duration getPongTimeout() {
		return this.pongTimeout;
	}

	public void setPongTimeout(Duration pongTimeout) {
		this.pongTimeout = pongTimeout;
	}

	public Reconnect getReconnect() {
		return this.reconnect;
	}

	void check(String prefix) {
		PropertyCheck.positive(this.pingInterval, prefix + ".ping-interval");
		PropertyCheck.positive(this.pongTimeout, prefix + ".pong-timeout");
		PropertyCheck.positive(this.reconnect.minBackoff, prefix + ".reconnect.min-backoff");
		PropertyCheck.that(this.reconnect.maxBackoff.compareTo(this.reconnect.minBackoff) >= 0,
				prefix + ".reconnect.max-backoff", this.reconnect.maxBackoff, "It must not be less than the minimum.");
		PropertyCheck.that(this.reconnect.jitter >= 0 && this.reconnect.jitter <= 1, prefix + ".reconnect.jitter",
				this.reconnect.jitter, "It must be from 0 to 1.");
	}

	ConnectionSettings settings(int maxMessageSize) {
		ConnectionSettings defaults = ConnectionSettings.DEFAULTS;
		return new ConnectionSettings(defaults.maxInFlight(), defaults.maxWaitingBytes(), maxMessageSize,
				Math.max(defaults.maxOutboundBytes(), maxMessageSize), defaults.maxBatchSize(),
				defaults.maxSubscriptions(), defaults.subscriptionBuffer(), this.pingInterval, this.pongTimeout,
				defaults.writeTimeout(), defaults.cancelMethod());
	}

	/**
	 * How a connection that was lost is made anew.
	 */
	public static class Reconnect {

		/**
		 * Whether to connect anew at once, and not only with the next call.
		 */
		private boolean enabled;

		/**
		 * Time to wait before the first attempt. It doubles with each further one.
		 */
		private Duration minBackoff = Duration.ofMillis(500);

		/**
		 * Maximum time to wait between two attempts.
		 */
		private Duration maxBackoff = Duration.ofSeconds(30);

		/**
		 * Part of the time, from 0 to 1, by which it is longer or shorter at random.
		 */
		private double jitter = 0.5;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public Duration getMinBackoff() {
			return this.minBackoff;
		}

		public void setMinBackoff(Duration minBackoff) {
			this.minBackoff = minBackoff;
		}

		public Duration getMaxBackoff() {
			return this.maxBackoff;
		}

		public void setMaxBackoff(Duration maxBackoff) {
			this.maxBackoff = maxBackoff;
		}

		public double getJitter() {
			return this.jitter;
		}

		public void setJitter(double jitter) {
			this.jitter = jitter;
		}

		@Nullable ReconnectPolicy policy() {
			return this.enabled ? new ReconnectPolicy(this.minBackoff, this.maxBackoff, this.jitter) : null;
		}

	}

}
