package io.github.springjsonrpc.docs.clients;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.client.CallOptions;
import io.github.springjsonrpc.client.JsonRpcClientCustomizer;
import io.github.springjsonrpc.client.RpcErrorMapper;
import io.github.springjsonrpc.client.WebSocketTransportCustomizer;
import io.github.springjsonrpc.peer.ServerMessageHandler;
import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * The snippets of {@code docs/clients.md}.
 */
@SpringBootApplication
class ClientsPageApplication {

	final AtomicInteger calls = new AtomicInteger();

	// tag::middleware[]
	@Bean
	JsonRpcClientCustomizer counted() {
		return (name, client) -> client.middleware((request, chain) -> {
			this.calls.incrementAndGet();
			return chain.next(CallOptions.of(request).header("X-Client", name).on(request));
		});
	}
	// end::middleware[]

	// tag::mapper[]
	@Bean
	RpcErrorMapper lateOrders() {
		return RpcErrorMapper.ofCode(1002, (error) -> new IllegalArgumentException(error.message()));
	}
	// end::mapper[]

	// tag::duplex[]
	@Bean
	WebSocketTransportCustomizer answering(JsonRpcServer server) {
		return (name, transport) -> transport.handler(new ServerMessageHandler(server));
	}
	// end::duplex[]

	@RpcMethod
	String name() {
		return "Ann";
	}

}
