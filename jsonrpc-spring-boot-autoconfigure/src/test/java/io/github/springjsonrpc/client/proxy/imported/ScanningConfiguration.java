package io.github.springjsonrpc.client.proxy.imported;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.client.proxy.ImportRpcClients;

import org.springframework.context.annotation.Configuration;

/**
 * Imports the clients of its own package.
 */
@Configuration(proxyBeanMethods = false)
@ImportRpcClients
public class ScanningConfiguration {

	/**
	 * Is no interface, and so no client.
	 */
	@RpcClient("users")
	static class NoClient {

	}

	/**
	 * Is part of another interface's type, and found all the same.
	 */
	@RpcClient("users")
	interface NestedClient {

		void find(long id);

	}

}
