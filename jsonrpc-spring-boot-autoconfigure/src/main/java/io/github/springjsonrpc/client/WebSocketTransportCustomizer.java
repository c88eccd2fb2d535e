package io.github.springjsonrpc.client;

/**
 * Customizes the WebSocket transport of clients that are configured by properties or made
 * by the {@link JsonRpcClientFactory}: the place to answer calls of the server, and to
 * add listeners. Beans of this type are called in their order, after the properties have
 * been applied. Transports over HTTP are customized by what customizes the
 * {@code WebClient.Builder}.
 */
@FunctionalInterface
public interface WebSocketTransportCustomizer {

	/**
	 * Customize a transport.
	 * @param name the name of a client that has one, otherwise its URL
	 * @param builder the builder
	 */
	void customize(String name, WebSocketTransportBuilder builder);

}
