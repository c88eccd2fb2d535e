package io.github.springjsonrpc.client.proxy.imported;

import io.github.springjsonrpc.annotation.RpcClient;

/**
 * Is found where its package is scanned.
 */
@RpcClient("users")
public interface ScannedClient {

	/**
	 * Any call.
	 */
	void find(long id);

}
