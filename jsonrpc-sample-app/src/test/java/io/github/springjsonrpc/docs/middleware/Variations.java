package io.github.springjsonrpc.docs.middleware;

import java.util.Locale;
import java.util.Map;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Variations {

	// tag::variations[]
	@Bean
	RpcMiddleware callsAnotherMethod() {
		return (request, chain) -> chain
			.next(request.method().equals("old_hello") ? request.withMethod("hello") : request);
	}

	@Bean
	RpcMiddleware changesParams() {
		return (request, chain) -> chain.next((request.params().kind() != JsonRpcParams.Kind.NONE) ? request
				: request.withParams(JsonRpcParams.named(Map.of("name", "world"))));
	}

	@Bean
	RpcMiddleware answersByItself() {
		return (request, chain) -> request.method().equals("closed")
				? Mono.just(JsonRpcResponse.failure(request.id(), new JsonRpcError(503, "Closed", null)))
				: chain.next(request);
	}

	@Bean
	RpcMiddleware replacesTheResult() {
		return (request, chain) -> chain.next(request)
			.map((response) -> request.method().equals("shout")
					? response.withResult(String.valueOf(response.result()).toUpperCase(Locale.ROOT)) : response);
	}

	@Bean
	RpcMiddleware catches() {
		return (request, chain) -> chain.next(request)
			.onErrorResume(IllegalStateException.class,
					(ex) -> Mono.just(JsonRpcResponse.success(request.id(), "a default")));
	}
	// end::variations[]

}
