package io.github.springjsonrpc.server.webflux;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.reactive.JsonRpcWebFluxAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls reach their handler without the {@code DispatcherHandler}, and not without a
 * filter.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = "jsonrpc.server.allowed-origins=https://example.org")
@ExtendWith(BufferLeaks.class)
class DirectCallsHttpTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"called\",\"id\":1}";

	@LocalServerPort
	private int port;

	@Autowired
	private Requests requests;

	@Autowired
	private JsonRpcHandlerMapping mapping;

	@BeforeEach
	void forget() {
		this.requests.dispatched.clear();
		this.requests.patterns.clear();
	}

	@Test
	void callsDoNotPassTheDispatcher() {
		assertThat(post("/rpc").text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":true,\"id\":1}");
		assertThat(this.requests.dispatched).isEmpty();
	}

	@Test
	void allOtherRequestsDo() {
		assertThat(post("/elsewhere").status()).isEqualTo(404);
		assertThat(RawHttp.exchange(this.port, RawHttp.head("GET", "/rpc", new String[0])).status()).isEqualTo(405);
		HttpAnswer preflight = RawHttp.exchange(this.port, RawHttp.head("OPTIONS", "/rpc",
				new String[] { "Origin: https://example.org", "Access-Control-Request-Method: POST" }));
		assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://example.org");
		assertThat(this.requests.dispatched).containsExactly("POST /elsewhere", "GET /rpc", "OPTIONS /rpc");
	}

	@Test
	void callsPassEveryFilterBefore() {
		HttpAnswer answer = post("/rpc");
		assertThat(answer.header("Early")).isEqualTo("seen");
		assertThat(answer.header("Late")).isEqualTo("seen");
	}

	@Test
	void filtersThatComeLateKeepCallsOut() {
		HttpAnswer answer = post("/rpc", "Keep-Out: yes");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.text()).isEmpty();
	}

	@Test
	void metricsLearnThePattern() {
		post("/rpc");
		assertThat(this.requests.patterns).containsExactly("/rpc");
	}

	@Test
	void callsPassTheDispatcherWhereTheMappingWasToldOfCors() {
		CorsConfiguration cors = new CorsConfiguration();
		cors.addAllowedOrigin("https://example.org");
		cors.addAllowedMethod("POST");
		this.mapping.setCorsConfigurations(Map.of("/rpc", cors));
		try {
			assertThat(post("/rpc", "Origin: https://example.org").status()).isEqualTo(200);
			assertThat(this.requests.dispatched).containsExactly("POST /rpc");
		}
		finally {
			this.mapping.setCorsConfigurationSource((exchange) -> null);
		}
	}

	private HttpAnswer post(String path, String... headers) {
		return RawHttp.exchange(this.port, RawHttp.post(path, CALL, headers));
	}

	/**
	 * What was seen of the requests.
	 */
	static class Requests {

		private final List<String> dispatched = new CopyOnWriteArrayList<>();

		private final List<String> patterns = new CopyOnWriteArrayList<>();

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportAutoConfiguration(LateFilter.class)
	static class Application {

		@Bean
		Requests requests() {
			return new Requests();
		}

		// the first of all that the dispatcher asks
		@Bean
		HandlerMapping watchingMapping(Requests requests) {
			return new WatchingMapping(requests);
		}

		@Bean
		WebFilter earlyFilter(Requests requests) {
			return (exchange, chain) -> {
				exchange.getResponse().getHeaders().set("Early", "seen");
				return chain.filter(exchange).doOnSuccess((nothing) -> {
					PathPattern pattern = exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
					requests.patterns.add(String.valueOf(pattern));
				});
			};
		}

		@RpcMethod
		boolean called() {
			return true;
		}

	}

	/**
	 * Its filter is registered behind everything of this library, and ordered behind
	 * everything else.
	 */
	@AutoConfiguration(after = JsonRpcWebFluxAutoConfiguration.class)
	static class LateFilter {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		WebFilter lateFilter() {
			return (exchange, chain) -> {
				exchange.getResponse().getHeaders().set("Late", "seen");
				if (exchange.getRequest().getHeaders().containsHeader("Keep-Out")) {
					exchange.getResponse().setStatusCode(HttpStatus.UNAUTHORIZED);
					return exchange.getResponse().setComplete();
				}
				return chain.filter(exchange);
			};
		}

	}

	private record WatchingMapping(Requests requests) implements HandlerMapping, Ordered {

		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

		@Override
		public Mono<Object> getHandler(@Nullable ServerWebExchange exchange) {
			if (exchange != null) {
				this.requests.dispatched.add(exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath());
			}
			return Mono.empty();
		}

	}

}
