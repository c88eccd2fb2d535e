package io.github.springjsonrpc.autoconfigure.client;

import java.net.URI;

import io.github.springjsonrpc.autoconfigure.JsonRpcConfigurationException;
import io.github.springjsonrpc.client.AutoBatching;
import io.github.springjsonrpc.client.DefaultJsonRpcClientFactory;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcClientBuilder;
import io.github.springjsonrpc.client.WebClientTransportBuilder;
import io.github.springjsonrpc.client.WebSocketTransportBuilder;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Creates the clients that properties configure.
 */
final class NamedClients {

	private final ClientPropertiesBinder properties;

	private final DefaultJsonRpcClientFactory factory;

	private final ClientConnections connections;

	NamedClients(ClientPropertiesBinder properties, DefaultJsonRpcClientFactory factory,
			ClientConnections connections) {
		this.properties = properties;
		this.factory = factory;
		this.connections = connections;
	}

	JsonRpcClient create(String name) {
		JsonRpcClientProperties properties = this.properties.bind(name);
		String prefix = ClientPropertiesBinder.PREFIX + "." + name;
		URI url = url(name, prefix, properties.getUrl());
		if (DefaultJsonRpcClientFactory.isWebSocket(url)) {
			checkBatching(name, prefix, properties);
			return this.factory.webSocket(name, url, (transport, client) -> {
				apply(properties, transport);
				apply(properties, client);
			});
		}
		return this.factory.http(name, url, (transport, client) -> {
			apply(properties, transport);
			apply(properties, client);
		});
	}

	private static URI url(String name, String prefix, @org.jspecify.annotations.Nullable String url) {
		if (url == null || url.isBlank()) {
			throw new JsonRpcConfigurationException("The JSON-RPC client '" + name + "' has no URL",
					"Set '" + prefix + ".url'.");
		}
		try {
			URI uri = URI.create(url);
			if (uri.getRawAuthority() != null
					&& (DefaultJsonRpcClientFactory.isHttp(uri) || DefaultJsonRpcClientFactory.isWebSocket(uri))) {
				LoadBalancedUrls.check(uri);
				return uri;
			}
		}
		catch (IllegalArgumentException ex) {
			// told below
		}
		throw new InvalidConfigurationPropertyValueException(prefix + ".url", url,
				"It must be an absolute URL that begins with http, https, ws, wss or lb.");
	}

	private static void checkBatching(String name, String prefix, JsonRpcClientProperties properties) {
		if (properties.getBatching().getWindow() != null) {
			throw new JsonRpcConfigurationException(
					"The JSON-RPC client '" + name + "' is to put calls together, which is of no use over WebSocket",
					"Remove '" + prefix + ".batching.window', or use an HTTP URL.");
		}
	}

	private void apply(JsonRpcClientProperties properties, WebClientTransportBuilder transport) {
		transport.webClient((webClient) -> this.connections.customize(webClient, properties))
			.limits(properties.limits());
		properties.getHeaders().forEach(transport::header);
		JsonRpcClientProperties.Batching batching = properties.getBatching();
		if (batching.getWindow() != null) {
			transport.batching(new AutoBatching(batching.getWindow(), batching.getMaxSize()));
		}
	}

	private void apply(JsonRpcClientProperties properties, WebSocketTransportBuilder transport) {
		ClientWebSocketProperties webSocket = properties.getWebsocket();
		transport.httpClient(this.connections.webSocketClient(properties))
			.maxMessageSize((int) properties.getMaxResponseSize().toBytes())
			.settings(webSocket.settings((int) properties.getMaxRequestSize().toBytes()))
			.subProtocol(webSocket.getSubProtocols().toArray(String[]::new))
			.reconnect(webSocket.getReconnect().policy());
		if (properties.getConnectTimeout() != null) {
			transport.connectTimeout(properties.getConnectTimeout());
		}
		properties.getHeaders().forEach(transport::header);
	}

	private static void apply(JsonRpcClientProperties properties, JsonRpcClientBuilder client) {
		client.timeout(properties.getTimeout()).idGenerator(properties.ids());
	}

}
