package io.github.springjsonrpc.client.proxy;

import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a method says about each request that it sends.
 */
interface RequestPart {

	/**
	 * Say it of one request.
	 * @param spec the request
	 * @param arguments the arguments of the method
	 * @return the changed request
	 */
	<S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments);

}
