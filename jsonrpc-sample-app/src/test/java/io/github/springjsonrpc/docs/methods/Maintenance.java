package io.github.springjsonrpc.docs.methods;

import java.util.List;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.beans.factory.annotation.Qualifier;

// tag::service[]
@RpcService(server = "admin")
class Maintenance {

	private final List<JsonRpcServer> servers;

	Maintenance(JsonRpcServer server, @Qualifier("admin") JsonRpcServer admin) {
		this.servers = List.of(server, admin);
	}

	@RpcMethod
	List<String> servers() {
		return this.servers.stream().map(JsonRpcServer::name).toList();
	}

}
// end::service[]
