package io.github.springjsonrpc.autoconfigure.client;

import io.github.springjsonrpc.autoconfigure.JsonRpcCodecAutoConfiguration;
import io.github.springjsonrpc.client.DefaultJsonRpcClientFactory;
import io.github.springjsonrpc.client.JsonRpcClientCustomizer;
import io.github.springjsonrpc.client.RpcErrorMapper;
import io.github.springjsonrpc.client.WebSocketTransportCustomizer;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for JSON-RPC clients. It needs no
 * server.
 */
@AutoConfiguration(after = JsonRpcCodecAutoConfiguration.class,
		afterName = { "org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration",
				"org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration" })
@ConditionalOnClass({ WebClient.class, WebClientCustomizer.class, ClientHttpConnectorBuilder.class, HttpClient.class })
@EnableConfigurationProperties(JsonRpcClientsProperties.class)
@Import(NamedClientsRegistrar.class)
public final class JsonRpcClientAutoConfiguration {

	static final String NAMED_CLIENTS = "jsonRpcNamedClients";

	@Bean
	ClientConnections jsonRpcClientConnections(ObjectProvider<ClientHttpConnectorBuilder<?>> connectors,
			ObjectProvider<HttpClientSettings> settings, ObjectProvider<SslBundles> sslBundles,
			ObjectProvider<ReactorResourceFactory> resources) {
		@Nullable ClientHttpConnectorBuilder<?> connector = connectors.getIfAvailable();
		return new ClientConnections((connector != null) ? connector : ClientHttpConnectorBuilder.detect(),
				settings.getIfAvailable(), sslBundles.getIfAvailable(), resources.getIfAvailable());
	}

	@Bean
	DefaultJsonRpcClientFactory jsonRpcClientFactory(JsonRpcCodec codec, ClientConnections connections,
			ObjectProvider<WebClient.Builder> webClients, ObjectProvider<RpcErrorMapper> errorMappers,
			ObjectProvider<JsonRpcClientCustomizer> customizers,
			ObjectProvider<WebSocketTransportCustomizer> webSocketCustomizers) {
		return new DefaultJsonRpcClientFactory(codec, () -> webClients.getIfAvailable(WebClient::builder),
				connections::webSocketClient, errorMappers.orderedStream().toList(),
				customizers.orderedStream().toList(), webSocketCustomizers.orderedStream().toList());
	}

	@Bean
	WebSocketClientsLifecycle jsonRpcWebSocketClientsLifecycle(DefaultJsonRpcClientFactory factory) {
		return new WebSocketClientsLifecycle(factory);
	}

	@Bean(NAMED_CLIENTS)
	NamedClients jsonRpcNamedClients(Environment environment, DefaultJsonRpcClientFactory factory,
			ClientConnections connections) {
		return new NamedClients(new ClientPropertiesBinder(environment), factory, connections);
	}

}
