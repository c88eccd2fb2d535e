package io.github.springjsonrpc.docs.methods;

import java.util.Map;
import java.util.UUID;

import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.method.RpcFunction;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Functions {

	// tag::beans[]
	@Bean
	JsonRpcMethod power() {
		return RpcFunction.named("power")
			.param("base", Integer.class)
			.param("exponent", Integer.class)
			.call((base, exponent) -> Math.pow(base, exponent));
	}

	@Bean
	JsonRpcMethod member() {
		return RpcFunction.named("member")
			.resultMapper((member) -> Map.of("member", member))
			.param("uuid", UUID.class)
			.call(Member::new);
	}

	@Bean
	JsonRpcMethod lookup() {
		return RpcFunction.named("lookup").param("name", String.class).callReactive((name) -> Mono.just(name + "!"));
	}

	record Member(UUID uuid) {

	}
	// end::beans[]

}
