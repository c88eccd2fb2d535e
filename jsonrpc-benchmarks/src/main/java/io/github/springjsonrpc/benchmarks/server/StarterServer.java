package io.github.springjsonrpc.benchmarks.server;

import java.io.IOException;
import java.time.Duration;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * The same methods with this library, configured as it is by default.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StarterServer {

	public static void main(String[] args) throws IOException {
		SpringServer.run(StarterServer.class, args);
	}

	@Bean
	Methods methods() {
		return new Methods();
	}

	/**
	 * The methods.
	 */
	static class Methods {

		@RpcMethod
		Mono<Integer> add(int a, int b) {
			return Mono.just(a + b);
		}

		@RpcMethod
		int addBlocking(int a, int b) {
			return a + b;
		}

		@RpcMethod("user.get")
		Mono<User> user(long id) {
			return Mono.just(User.of(id));
		}

		@RpcMethod(execution = RpcMethod.Execution.EVENT_LOOP)
		JsonRpcParams echo(JsonRpcParams params) {
			return params;
		}

		@RpcMethod
		Mono<String> slow() {
			return Mono.delay(Duration.ofMillis(50)).thenReturn("done");
		}

	}

}
