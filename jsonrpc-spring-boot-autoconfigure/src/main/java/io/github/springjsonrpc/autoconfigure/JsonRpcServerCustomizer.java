package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.server.JsonRpcServerBuilder;

/**
 * Changes the auto-configured servers before they are built. Beans of this type are
 * applied in their order.
 */
@FunctionalInterface
public interface JsonRpcServerCustomizer {

	/**
	 * Change a server.
	 * @param name the name of the server
	 * @param builder its builder, with the properties and the middleware beans applied
	 */
	void customize(String name, JsonRpcServerBuilder builder);

}
