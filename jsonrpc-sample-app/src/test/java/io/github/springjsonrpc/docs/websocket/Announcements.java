package io.github.springjsonrpc.docs.websocket;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.CloseStatus;

// tag::service[]
@RpcService("staff")
class Announcements {

	private final JsonRpcConnectionRegistry connections;

	Announcements(JsonRpcConnectionRegistry connections) {
		this.connections = connections;
	}

	@RpcMethod
	Mono<Void> announce(String text) {
		return this.connections.broadcast(JsonRpcRequest.notification("announced", JsonRpcParams.positional(text)));
	}

	@RpcMethod
	int online(JsonRpcConnection caller) {
		caller.session().getAttributes().put("asked", true);
		return this.connections.all().size();
	}

	@RpcMethod
	boolean dismiss(String connection) {
		JsonRpcConnection found = this.connections.find(connection);
		if (found != null) {
			found.close(CloseStatus.POLICY_VIOLATION.withReason("dismissed"));
		}
		return found != null;
	}

}
// end::service[]
