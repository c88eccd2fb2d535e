package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The application behind all tests over HTTP.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ContractMethods.class, LoadMethods.class, Probe.class, SmallMethods.class, WebSocketMethods.class })
class HttpTestApplication {

	@Bean
	RouterFunction<ServerResponse> ownRoute(@Qualifier("jsonRpcHttpHandler") JsonRpcHttpHandler handler) {
		return RouterFunctions.route().POST("/api/v2/rpc", handler::handle).build();
	}

	@Bean
	@Qualifier("status")
	HttpStatusPolicy statusByError() {
		return (answer) -> HttpStatusCode.valueOf(status(answer));
	}

	private static int status(@Nullable JsonRpcMessage answer) {
		if (answer == null) {
			return 202;
		}
		if (answer instanceof JsonRpcBatch) {
			return 207;
		}
		return (answer instanceof JsonRpcResponse response && response.error() != null)
				? ((response.error().code() == -32601) ? 404 : 400) : 200;
	}

	@Bean
	@Qualifier("faulty")
	HttpStatusPolicy faultyStatusPolicy() {
		return (answer) -> {
			throw new IllegalStateException("secret");
		};
	}

	@Bean
	@Qualifier("broken")
	OriginPolicy brokenOriginPolicy() {
		return (exchange) -> {
			throw new IllegalStateException("secret");
		};
	}

}
