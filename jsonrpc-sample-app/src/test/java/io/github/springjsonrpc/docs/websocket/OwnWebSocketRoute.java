package io.github.springjsonrpc.docs.websocket;

import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
class OwnWebSocketRoute {

	// tag::route[]
	@Bean
	RouterFunction<ServerResponse> secondSocket(JsonRpcWebSocketEndpoint endpoint) {
		return RouterFunctions.route().GET("/api/v2/ws", endpoint::handle).build();
	}
	// end::route[]

}
