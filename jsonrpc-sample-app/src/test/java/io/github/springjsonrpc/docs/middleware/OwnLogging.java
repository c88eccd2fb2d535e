package io.github.springjsonrpc.docs.middleware;

import java.util.List;
import java.util.Set;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.LoggingMiddleware;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class OwnLogging {

	// tag::replaced[]
	@Bean
	@Order(100)
	LoggingMiddleware shortLog(JsonRpcCodec codec) {
		return new LoggingMiddleware(codec::toJson, (method) -> List.of("name"), 40, Set.of("name"));
	}
	// end::replaced[]

}
