package io.github.springjsonrpc.docs.http;

import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

@Configuration(proxyBeanMethods = false)
class OwnRoute {

	// tag::route[]
	@Bean
	RouterFunction<ServerResponse> secondAddress(JsonRpcHttpHandler handler) {
		return RouterFunctions.route().POST("/api/v2/rpc", handler::handle).build();
	}
	// end::route[]

}
