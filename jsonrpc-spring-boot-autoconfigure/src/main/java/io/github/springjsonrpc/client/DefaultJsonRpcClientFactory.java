package io.github.springjsonrpc.client;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The {@link JsonRpcClientFactory}, which makes the clients that properties configure,
 * too.
 */
public final class DefaultJsonRpcClientFactory implements JsonRpcClientFactory {

	private static final Set<String> HTTP = Set.of("http", "https", "lb");

	private static final Set<String> WEB_SOCKET = Set.of("ws", "wss");

	private final JsonRpcCodec codec;

	private final Supplier<WebClient.Builder> webClients;

	private final @Nullable Supplier<HttpClient> webSocketClients;

	private final List<RpcErrorMapper> errorMappers;

	private final List<JsonRpcClientCustomizer> customizers;

	private final List<WebSocketTransportCustomizer> webSocketCustomizers;

	private final Set<WebSocketTransport> webSockets = ConcurrentHashMap.newKeySet();

	/**
	 * Create a factory.
	 * @param codec the codec of the clients
	 * @param webClients supplies a new builder for each client over HTTP
	 * @param webSocketClients supplies what makes the connections of a client over
	 * WebSocket; {@code null} where there is no Reactor Netty
	 * @param errorMappers the mappers of all clients
	 * @param customizers customize all clients
	 * @param webSocketCustomizers customize all transports over WebSocket
	 */
	public DefaultJsonRpcClientFactory(JsonRpcCodec codec, Supplier<WebClient.Builder> webClients,
			@Nullable Supplier<HttpClient> webSocketClients, List<RpcErrorMapper> errorMappers,
			List<JsonRpcClientCustomizer> customizers, List<WebSocketTransportCustomizer> webSocketCustomizers) {
		this.codec = codec;
		this.webClients = webClients;
		this.webSocketClients = webSocketClients;
		this.errorMappers = List.copyOf(errorMappers);
		this.customizers = List.copyOf(customizers);
		this.webSocketCustomizers = List.copyOf(webSocketCustomizers);
	}

	/**
	 * Return whether a URL is one for HTTP.
	 * @param url the URL
	 * @return {@code true} for {@code http} and {@code https}, and for {@code lb}, which
	 * a filter of the {@code WebClient} makes one of them
	 */
	public static boolean isHttp(URI url) {
		return HTTP.contains(scheme(url));
	}

	/**
	 * Return whether a URL is one for WebSocket.
	 * @param url the URL
	 * @return {@code true} for {@code ws} and {@code wss}
	 */
	public static boolean isWebSocket(URI url) {
		return WEB_SOCKET.contains(scheme(url));
	}

	private static String scheme(URI url) {
		return String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
	}

	@Override
	public JsonRpcClient create(String url) {
		return isWebSocket(URI.create(url)) ? webSocket(url, asItIs()) : http(url, asItIs());
	}

	@Override
	public JsonRpcClient http(String url, BiConsumer<WebClientTransportBuilder, JsonRpcClientBuilder> customizer) {
		return http(Endpoint.of(URI.create(url)), URI.create(url), asItIs(), customizer);
	}

	/**
	 * Make a client over HTTP that has a name.
	 * @param name the name, for customizers
	 * @param url the URL
	 * @param properties applies what is configured, before all customizers
	 * @return a new client
	 */
	public JsonRpcClient http(String name, URI url,
			BiConsumer<WebClientTransportBuilder, JsonRpcClientBuilder> properties) {
		return http(name, url, properties, asItIs());
	}

	private JsonRpcClient http(String name, URI url,
			BiConsumer<WebClientTransportBuilder, JsonRpcClientBuilder> properties,
			BiConsumer<WebClientTransportBuilder, JsonRpcClientBuilder> customizer) {
		Assert.isTrue(isHttp(url), () -> "'" + Endpoint.of(url) + "' is no URL for HTTP");
		WebClientTransportBuilder transport = new WebClientTransportBuilder(this.webClients.get(), url, this.codec);
		JsonRpcClientBuilder client = new JsonRpcClientBuilder(transport::build, this.codec);
		properties.accept(transport, client);
		customize(name, client);
		customizer.accept(transport, client);
		return client.build();
	}

	@Override
	public JsonRpcClient webSocket(String url, BiConsumer<WebSocketTransportBuilder, JsonRpcClientBuilder> customizer) {
		return webSocket(Endpoint.of(URI.create(url)), URI.create(url), asItIs(), customizer);
	}

	/**
	 * Make a client over WebSocket that has a name.
	 * @param name the name, for customizers
	 * @param url the URL
	 * @param properties applies what is configured, before all customizers
	 * @return a new client
	 */
	public JsonRpcClient webSocket(String name, URI url,
			BiConsumer<WebSocketTransportBuilder, JsonRpcClientBuilder> properties) {
		return webSocket(name, url, properties, asItIs());
	}

	private JsonRpcClient webSocket(String name, URI url,
			BiConsumer<WebSocketTransportBuilder, JsonRpcClientBuilder> properties,
			BiConsumer<WebSocketTransportBuilder, JsonRpcClientBuilder> customizer) {
		Assert.isTrue(isWebSocket(url), () -> "'" + Endpoint.of(url) + "' is no URL for WebSocket");
		Assert.state(this.webSocketClients != null, "Clients over WebSocket need Reactor Netty on the class path");
		WebSocketTransportBuilder transport = WebSocketTransport.builder(url, this.codec)
			.httpClient(this.webSocketClients.get());
		JsonRpcClientBuilder client = new JsonRpcClientBuilder(() -> keep(transport.build()), this.codec);
		properties.accept(transport, client);
		this.webSocketCustomizers.forEach((each) -> each.customize(name, transport));
		customize(name, client);
		customizer.accept(transport, client);
		return client.build();
	}

	private WebSocketTransport keep(WebSocketTransport transport) {
		this.webSockets.removeIf(WebSocketTransport::isClosed);
		this.webSockets.add(transport);
		return transport;
	}

	/**
	 * Close the clients over WebSocket that this factory has made, and wait until their
	 * servers have been told.
	 * @return completes when all close frames have been sent, or can't be
	 */
	public Mono<Void> closeWebSockets() {
		return Flux.defer(() -> Flux.fromIterable(List.copyOf(this.webSockets)))
			.flatMap(WebSocketTransport::closeLater, Integer.MAX_VALUE)
			.then();
	}

	private static <T> BiConsumer<T, JsonRpcClientBuilder> asItIs() {
		return (transport, client) -> {
		};
	}

	private void customize(String name, JsonRpcClientBuilder client) {
		client.errorMapper(this.errorMappers);
		this.customizers.forEach((customizer) -> customizer.customize(name, client));
	}

}
