package io.github.springjsonrpc.sample.admin;

import java.util.List;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;

/**
 * Methods of the server {@code admin}, which look after those of the default one.
 */
@RpcService(server = "admin")
class AdminMethods {

	private final JsonRpcServer server;

	AdminMethods(JsonRpcServer server) {
		this.server = server;
	}

	@RpcMethod(description = "Lists the methods of the default server")
	List<String> methods() {
		return this.server.methods().all().stream().map(JsonRpcMethod::name).toList();
	}

	@RpcMethod(description = "Takes a method of the default server away, and tells whether there was one")
	boolean remove(String method) {
		return this.server.methods().remove(method) != null;
	}

}
