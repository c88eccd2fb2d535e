package io.github.springjsonrpc.client.proxy;

import io.github.springjsonrpc.client.JsonRpcClient;
import org.jspecify.annotations.Nullable;

/**
 * What a method of a proxy does.
 */
@FunctionalInterface
interface ProxyMethod {

	/**
	 * Invoke the method.
	 * @param client the client of the proxy
	 * @param proxy the proxy
	 * @param arguments the arguments, a coroutine's continuation included
	 */
	@Nullable Object invoke(JsonRpcClient client, Object proxy, @Nullable Object[] arguments) throws Throwable;

}
