package io.github.springjsonrpc.docs.http;

import io.github.springjsonrpc.annotation.RpcMethod;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.server.WebFilter;

/**
 * The snippets of {@code docs/protocol.md}.
 */
@SpringBootApplication
class HttpPageApplication {

	@RpcMethod
	String ping() {
		return "pong";
	}

	@Bean
	WebFilter served() {
		return (exchange, chain) -> {
			exchange.getResponse().getHeaders().set("X-Served-By", "a web filter");
			return chain.filter(exchange);
		};
	}

}
