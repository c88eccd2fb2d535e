package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * Properties of the WebSocket endpoint of one server.
 */
public class JsonRpcWebSocketProperties {

	/**
	 * Whether to offer the methods over WebSocket too.
	 */
	private boolean enabled = true;

	/**
	 * Path of the WebSocket endpoint, that of the server by default. If empty, there is
	 * none, and the application mounts the endpoint by itself.
	 */
	private @Nullable String path;

	/**
	 * Comma-separated list of sub-protocols that may be spoken. The first one that the
	 * client offers is chosen.
	 */
	private List<String> subProtocols = new ArrayList<>();

	/**
	 * Maximum number of open connections. Further handshakes are answered with 503.
	 */
	private int maxConnections = 10_000;

	/**
	 * Maximum number of messages of one connection that are worked on at the same time.
	 * As many again wait, then no more is read.
	 */
	private int maxInFlight = 64;

	/**
	 * Maximum number of subscriptions of one connection.
	 */
	private int maxSubscriptions = 1000;

	/**
	 * Maximum size of what waits to be read by the client of one connection. Beyond it
	 * the connection is closed.
	 */
	private DataSize outboundBuffer = DataSize.ofMegabytes(32);

	/**
	 * Time after which a client that reads nothing, while messages pile up for it, is
	 * disconnected.
	 */
	private Duration writeTimeout = Duration.ofSeconds(10);

	/**
	 * Time of silence after which a ping is sent. Zero for never.
	 */
	private Duration pingInterval = Duration.ofSeconds(30);

	/**
	 * Time after a ping in which a client has to give a sign of life.
	 */
	private Duration pongTimeout = Duration.ofSeconds(10);

	/**
	 * Time that calls may take to end when the application is stopped.
	 */
	private Duration shutdownTimeout = Duration.ofMillis(1500);

	/**
	 * Name of the notification that cancels a call.
	 */
	private String cancelMethod = "$/cancelRequest";

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getPath() {
		return this.path;
	}

	public void setPath(@Nullable String path) {
		this.path = path;
	}

	public List<String> getSubProtocols() {
		return this.subProtocols;
	}

	public void setSubProtocols(List<String> subProtocols) {
		this.subProtocols = subProtocols;
	}

	public int getMaxConnections() {
		return this.maxConnections;
	}

	public void setMaxConnections(int maxConnections) {
		this.maxConnections = maxConnections;
	}

	public int getMaxInFlight() {
		return this.maxInFlight;
	}

	public void setMaxInFlight(int maxInFlight) {
		this.maxInFlight = maxInFlight;
	}

	public int getMaxSubscriptions() {
		return this.maxSubscriptions;
	}

	public void setMaxSubscriptions(int maxSubscriptions) {
		this.maxSubscriptions = maxSubscriptions;
	}

	public DataSize getOutboundBuffer() {
		return this.outboundBuffer;
	}

	public void setOutboundBuffer(DataSize outboundBuffer) {
		this.outboundBuffer = outboundBuffer;
	}

	public Duration getWriteTimeout() {
		return this.writeTimeout;
	}

	public void setWriteTimeout(Duration writeTimeout) {
		this.writeTimeout = writeTimeout;
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

	public Duration getShutdownTimeout() {
		return this.shutdownTimeout;
	}

	public void setShutdownTimeout(Duration shutdownTimeout) {
		this.shutdownTimeout = shutdownTimeout;
	}

	public String getCancelMethod() {
		return this.cancelMethod;
	}

	public void setCancelMethod(String cancelMethod) {
		this.cancelMethod = cancelMethod;
	}

	/**
	 * Refuse values that can't be meant.
	 * @param prefix where the values that are not the defaults were set
	 */
	void check(String prefix) {
		PropertyCheck.that(this.path == null || this.path.isEmpty() || this.path.startsWith("/"), prefix + ".path",
				this.path, "It must begin with a slash.");
		PropertyCheck.positive(this.maxConnections, prefix + ".max-connections");
		PropertyCheck.positive(this.maxInFlight, prefix + ".max-in-flight");
		PropertyCheck.that(this.maxSubscriptions >= 0, prefix + ".max-subscriptions", this.maxSubscriptions,
				"It must not be negative.");
		PropertyCheck.bytes(this.outboundBuffer, prefix + ".outbound-buffer");
		PropertyCheck.positive(this.writeTimeout, prefix + ".write-timeout");
		PropertyCheck.that(!this.pingInterval.isNegative(), prefix + ".ping-interval", this.pingInterval,
				"It must not be negative.");
		PropertyCheck.positive(this.pongTimeout, prefix + ".pong-timeout");
		PropertyCheck.that(!this.shutdownTimeout.isNegative(), prefix + ".shutdown-timeout", this.shutdownTimeout,
				"It must not be negative.");
		PropertyCheck.that(!this.cancelMethod.isBlank(), prefix + ".cancel-method", this.cancelMethod,
				"It must be the name of a method.");
	}

}
