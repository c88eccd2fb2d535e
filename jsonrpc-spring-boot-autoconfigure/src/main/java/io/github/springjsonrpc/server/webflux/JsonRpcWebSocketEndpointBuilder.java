package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.ConnectionSettings;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;

/**
 * Builds a {@link JsonRpcWebSocketEndpoint}. Not thread-safe; it may be used again.
 */
public final class JsonRpcWebSocketEndpointBuilder {

	final JsonRpcServer server;

	final List<ConnectionListener> listeners = new ArrayList<>();

	OriginPolicy originPolicy = new CorsOriginPolicy(List.of(), List.of(), false);

	ConnectionSettings settings = ConnectionSettings.DEFAULTS;

	JsonRpcConnectionRegistry connections = new JsonRpcConnectionRegistry();

	List<String> subProtocols = List.of();

	int maxConnections = 10_000;

	Duration shutdownTimeout = Duration.ofMillis(1500);

	private int maxRequestSize = 1024 * 1024;

	private @Nullable RequestUpgradeStrategy upgradeStrategy;

	JsonRpcWebSocketEndpointBuilder(JsonRpcServer server) {
		this.server = server;
	}

	/**
	 * Set which handshakes may come in.
	 * @param policy the policy, by default one that admits the same origin and clients
	 * that are no browsers
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder originPolicy(OriginPolicy policy) {
		this.originPolicy = policy;
		return this;
	}

	/**
	 * Set how large a message that is received may be. The connection of one that is
	 * larger is closed with 1009.
	 * @param bytes the size, 1 MiB by default. Without effect if there is an
	 * {@linkplain #upgradeStrategy upgrade strategy}, which has to see to it then
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder maxRequestSize(int bytes) {
		Assert.isTrue(bytes > 0, "'bytes' must be positive");
		this.maxRequestSize = bytes;
		return this;
	}

	/**
	 * Set the limits and intervals of the connections.
	 * @param settings the settings, {@link ConnectionSettings#DEFAULTS} by default
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder settings(ConnectionSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * Set how many connections there may be at the same time. Further handshakes are
	 * answered with 503.
	 * @param connections the number, 10,000 by default
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder maxConnections(int connections) {
		Assert.isTrue(connections > 0, "'connections' must be positive");
		this.maxConnections = connections;
		return this;
	}

	/**
	 * Set the sub-protocols that may be spoken. The first one that the client offers and
	 * that is among them is chosen.
	 * @param subProtocols the names, none by default
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder subProtocols(List<String> subProtocols) {
		this.subProtocols = List.copyOf(subProtocols);
		return this;
	}

	/**
	 * Set how long calls that run may take when the endpoint is stopped.
	 * @param timeout the time, 1.5 seconds by default
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder shutdownTimeout(Duration timeout) {
		this.shutdownTimeout = timeout;
		return this;
	}

	/**
	 * Set where the open connections are listed.
	 * @param connections a registry of no other endpoint, a new one by default
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder connections(JsonRpcConnectionRegistry connections) {
		this.connections = connections;
		return this;
	}

	/**
	 * Add listeners, told what happens to the connections.
	 * @param listeners the listeners
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder listeners(List<? extends ConnectionListener> listeners) {
		this.listeners.addAll(listeners);
		return this;
	}

	/**
	 * Set how a request becomes a WebSocket.
	 * @param strategy the strategy, or {@code null}, the default, for that of the HTTP
	 * server
	 * @return this builder
	 */
	public JsonRpcWebSocketEndpointBuilder upgradeStrategy(@Nullable RequestUpgradeStrategy strategy) {
		this.upgradeStrategy = strategy;
		return this;
	}

	WebSocketService webSocketService() {
		return (this.upgradeStrategy != null) ? new HandshakeWebSocketService(this.upgradeStrategy)
				: NettyConnection.webSocketService(this.maxRequestSize);
	}

	/**
	 * Build the endpoint.
	 * @return a new endpoint, which accepts handshakes
	 */
	public JsonRpcWebSocketEndpoint build() {
		return new JsonRpcWebSocketEndpoint(this);
	}

}
