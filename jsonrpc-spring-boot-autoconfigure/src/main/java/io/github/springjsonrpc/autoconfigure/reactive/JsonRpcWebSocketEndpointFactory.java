package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcWebSocketProperties;
import io.github.springjsonrpc.autoconfigure.PropertyCheck;
import io.github.springjsonrpc.autoconfigure.ServerBeans;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.ConnectionSettings;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;

import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;

/**
 * Creates the WebSocket endpoint of a server as its properties and beans say.
 */
final class JsonRpcWebSocketEndpointFactory {

	private final JsonRpcProperties common;

	private final ServerPropertiesBinder properties;

	private final ServerBeans beans;

	private final OriginPolicies originPolicies;

	JsonRpcWebSocketEndpointFactory(JsonRpcProperties common, ServerPropertiesBinder properties, ServerBeans beans,
			OriginPolicies originPolicies) {
		this.common = common;
		this.properties = properties;
		this.beans = beans;
		this.originPolicies = originPolicies;
	}

	JsonRpcWebSocketEndpoint create(JsonRpcServer server, JsonRpcConnectionRegistry connections) {
		JsonRpcServerProperties properties = this.properties.bind(server.name());
		JsonRpcWebSocketProperties webSocket = properties.getWebsocket();
		int maxRequestSize = PropertyCheck.bytes(this.common.getMaxMessageSize(), "jsonrpc.max-message-size");
		return JsonRpcWebSocketEndpoint.builder(server)
			.originPolicy(this.originPolicies.of(server.name()))
			.maxRequestSize(maxRequestSize)
			.settings(settings(server, properties, maxRequestSize))
			.maxConnections(webSocket.getMaxConnections())
			.subProtocols(webSocket.getSubProtocols())
			.shutdownTimeout(webSocket.getShutdownTimeout())
			.connections(connections)
			.listeners(this.beans.all(ConnectionListener.class, server.name()))
			.upgradeStrategy(this.beans.one(RequestUpgradeStrategy.class, server.name()))
			.build();
	}

	private static ConnectionSettings settings(JsonRpcServer server, JsonRpcServerProperties properties,
			int maxRequestSize) {
		JsonRpcWebSocketProperties webSocket = properties.getWebsocket();
		return ConnectionSettings.builder()
			.maxInFlight(webSocket.getMaxInFlight())
			.maxWaitingBytes(2L * maxRequestSize)
			.maxMessageSize((int) properties.getMaxResponseSize().toBytes())
			.maxOutboundBytes(webSocket.getOutboundBuffer().toBytes())
			.maxBatchSize(server.maxBatchSize())
			.maxSubscriptions(webSocket.getMaxSubscriptions())
			.pingInterval(webSocket.getPingInterval().isZero() ? null : webSocket.getPingInterval())
			.pongTimeout(webSocket.getPongTimeout())
			.writeTimeout(webSocket.getWriteTimeout())
			.cancelMethod(webSocket.getCancelMethod())
			.build();
	}

}
