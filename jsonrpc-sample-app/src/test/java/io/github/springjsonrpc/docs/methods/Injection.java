package io.github.springjsonrpc.docs.methods;

import java.security.Principal;
import java.util.Locale;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.method.RpcArgument;
import io.github.springjsonrpc.server.method.RpcArgumentResolver;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

@Configuration(proxyBeanMethods = false)
class Injection {

	// tag::injected[]
	@RpcMethod
	String whoami(JsonRpcRequest request, ServerWebExchange exchange, Locale locale, Optional<Principal> caller) {
		return "%s of %s, %s, %s".formatted(request.id(), caller.map(Principal::getName).orElse("a stranger"),
				exchange.getRequest().getPath(), locale.toLanguageTag());
	}
	// end::injected[]

	// tag::resolver[]
	record Device(String name) {

	}

	@Bean
	RpcArgumentResolver deviceResolver() {
		return RpcArgumentResolver.forType(Device.class, RpcArgument.value((request) -> {
			ServerWebExchange exchange = request.attribute(ServerWebExchange.class);
			return new Device(exchange.getRequest().getHeaders().getFirst("User-Agent"));
		}));
	}

	@RpcMethod
	String device(Device device) {
		return device.name();
	}
	// end::resolver[]

}
