package io.github.springjsonrpc.client;

/**
 * Customizes the clients that are configured by properties or made by the
 * {@link JsonRpcClientFactory}: the place to add middleware. Beans of this type are
 * called in their order, after the properties have been applied.
 */
@FunctionalInterface
public interface JsonRpcClientCustomizer {

	/**
	 * Customize a client.
	 * @param name the name of a client that has one, otherwise its URL
	 * @param builder the builder
	 */
	void customize(String name, JsonRpcClientBuilder builder);

}
