package io.github.springjsonrpc.client.proxy.imported;

import io.github.springjsonrpc.annotation.RpcClient;

import org.springframework.context.annotation.Profile;

/**
 * Is found in one profile only.
 */
@Profile("other")
@RpcClient("users")
public interface OtherProfileClient {

	/**
	 * Any call.
	 */
	void find(long id);

}
