package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.server.WebFilter;

/**
 * The application behind the tests that look at single calls from both ends.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ ContractMethods.class, CallerMethods.class, CallProbe.class, FatalMethods.class })
class CallHttpApplication {

	/**
	 * Writes down what becomes of a call that has a string for an id.
	 */
	@Bean
	RpcMiddleware recorder(CallProbe probe) {
		return (request, chain) -> {
			String key = (request.id() != null && request.id().isString()) ? request.id().text() : null;
			Object before = request.attribute("before");
			var response = chain.next(request.withAttribute("before",
					(before != null) ? before + "," + request.id() : "" + request.id()));
			return (key == null) ? response
					: response.doOnSubscribe((subscription) -> probe.record(key, "passed"))
						.doOnNext((answer) -> probe.record(key, answer.isError() ? "failed" : "answered"))
						.doOnCancel(() -> probe.record(key, "dropped"));
		};
	}

	/**
	 * Records how exchanges end that ask for it.
	 */
	@Bean
	WebFilter ends(CallProbe probe) {
		return (exchange, chain) -> {
			String key = exchange.getRequest().getHeaders().getFirst("X-Probe");
			Mono<Void> handled = chain.filter(exchange);
			return (key == null) ? handled : handled.doFinally((signal) -> probe.record(key, signal.toString()));
		};
	}

	/**
	 * Authenticates whoever says who it is.
	 */
	@Bean
	WebFilter authentication() {
		return (exchange, chain) -> {
			String name = exchange.getRequest().getHeaders().getFirst("X-User");
			if (name == null) {
				return chain.filter(exchange);
			}
			exchange.getAttributes().put("seen", "by the filter");
			return chain.filter(exchange.mutate().principal(Mono.just(new CallerMethods.Caller(name))).build());
		};
	}

}
