package io.github.springjsonrpc.docs.http;

import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

@Configuration(proxyBeanMethods = false)
class OwnStatus {

	// tag::status[]
	@Bean
	HttpStatusPolicy badRequestForErrors() {
		return (answer) -> (answer instanceof JsonRpcResponse response && response.isError()) ? HttpStatus.BAD_REQUEST
				: HttpStatusPolicy.DEFAULT.statusOf(answer);
	}
	// end::status[]

}
