package io.github.springjsonrpc.autoconfigure.client;

import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.ReactorHttpClientBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsPropertyMapper;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * What makes the connections of clients, as Spring Boot does for its own.
 *
 * @param connectors builds what a {@link WebClient} connects with
 * @param settings the settings for all HTTP clients
 * @param sslBundles the SSL bundles, if any
 * @param resources the threads and connections that are shared with the server, if any
 */
record ClientConnections(ClientHttpConnectorBuilder<?> connectors, @Nullable HttpClientSettings settings,
		@Nullable SslBundles sslBundles, @Nullable ReactorResourceFactory resources) {

	/**
	 * Let a client over HTTP have a connector of its own.
	 */
	void customize(WebClient.Builder webClient, JsonRpcClientProperties properties) {
		webClient.clientConnector(this.connectors.build(settings(properties)));
	}

	HttpClient webSocketClient(JsonRpcClientProperties properties) {
		return webSocketClient(settings(properties));
	}

	HttpClient webSocketClient() {
		return webSocketClient(this.settings);
	}

	// no read timeout: a connection may well be silent, and pings tell whether it is dead
	private HttpClient webSocketClient(@Nullable HttpClientSettings settings) {
		ReactorHttpClientBuilder builder = new ReactorHttpClientBuilder();
		if (this.resources != null) {
			builder = builder.withReactorResourceFactory(this.resources);
		}
		return builder.build((settings != null) ? settings.withReadTimeout(null) : null);
	}

	private HttpClientSettings settings(JsonRpcClientProperties properties) {
		return new HttpClientSettingsPropertyMapper(this.sslBundles, this.settings).map(properties);
	}

}
