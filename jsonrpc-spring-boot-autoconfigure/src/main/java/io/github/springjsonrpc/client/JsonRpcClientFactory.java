package io.github.springjsonrpc.client;

import java.util.function.BiConsumer;

/**
 * Makes clients for URLs that are known at run time only. They are customized by the
 * beans that customize all clients. Whoever makes a client closes it. Thread-safe.
 *
 * <pre class="code">
 * JsonRpcClient client = factory.http("https://example.org/rpc",
 *         (http, settings) -&gt; http.header("Authorization", token));
 * </pre>
 */
public interface JsonRpcClientFactory {

	/**
	 * Make a client.
	 * @param url the URL, whose scheme decides the transport: {@code http} and
	 * {@code https}, or {@code ws} and {@code wss}
	 * @return a new client, which connects when it is first used
	 * @throws IllegalArgumentException if the URL is none, or of another scheme
	 */
	JsonRpcClient create(String url);

	/**
	 * Make a client over HTTP.
	 * @param url the URL
	 * @param customizer changes the transport and the client, after all other customizers
	 * @return a new client
	 * @throws IllegalArgumentException if the URL is none, or not for HTTP
	 */
	JsonRpcClient http(String url, BiConsumer<WebClientTransportBuilder, JsonRpcClientBuilder> customizer);

	/**
	 * Make a client over WebSocket.
	 * @param url the URL
	 * @param customizer changes the transport and the client, after all other customizers
	 * @return a new client, which connects when it is first used
	 * @throws IllegalArgumentException if the URL is none, or not for WebSocket
	 */
	JsonRpcClient webSocket(String url, BiConsumer<WebSocketTransportBuilder, JsonRpcClientBuilder> customizer);

}
