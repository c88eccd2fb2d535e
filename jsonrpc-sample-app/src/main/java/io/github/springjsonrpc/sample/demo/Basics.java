package io.github.springjsonrpc.sample.demo;

import java.util.Map;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.JsonRpcParams;

/**
 * Methods of the sample as a client sees them.
 */
interface Basics {

	String ping();

	Map<String, Object> echo(JsonRpcParams params);

	@RpcMethod(name = "echo", notification = true)
	void tell(JsonRpcParams params);

}
