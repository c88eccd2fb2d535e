package io.github.springjsonrpc.server.webflux;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.reactive.JsonRpcWebFluxAutoConfiguration;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.boot.webflux.autoconfigure.WebHttpHandlerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.HandlerAdapter;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.HandlerResult;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebHandler;
import org.springframework.web.util.pattern.PathPattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls take a shorter way only where it leads to what the usual one leads to.
 */
@ExtendWith(BufferLeaks.class)
class JsonRpcDispatcherHandlerTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"called\",\"id\":1}";

	private static final String ANSWER = "{\"jsonrpc\":\"2.0\",\"result\":true,\"id\":1}";

	@Test
	void callsAskNoOtherMapping() {
		run((app) -> {
			assertThat(app.post("/rpc").text()).isEqualTo(ANSWER);
			assertThat(app.asked()).isEmpty();
		});
	}

	@Test
	void allOtherRequestsDo() {
		run((app) -> {
			assertThat(app.post("/elsewhere").status()).isEqualTo(404);
			assertThat(app.asked()).containsExactly("POST /elsewhere");
			assertThat(app.send(RawHttp.head("GET", "/rpc", new String[0])).status()).isEqualTo(405);
			HttpAnswer preflight = app.send(RawHttp.head("OPTIONS", "/rpc",
					new String[] { "Origin: https://example.org", "Access-Control-Request-Method: POST" }));
			assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://example.org");
		});
	}

	@Test
	void metricsLearnThePattern() {
		run((app) -> {
			app.post("/rpc");
			Awaitility.await()
				.untilAsserted(() -> assertThat(app.context.getBean(Requests.class).patterns).containsExactly("/rpc"));
		});
	}

	@Test
	void noFilterIsPassedBy() {
		run((app) -> {
			HttpAnswer answer = app.post("/rpc");
			assertThat(answer.header("Early")).isEqualTo("seen");
			assertThat(answer.header("Late")).isEqualTo("seen");
			assertThat(answer.header("Customizer")).isEqualTo("seen");
			assertThat(app.post("/rpc", "Keep-Out: yes").status()).isEqualTo(401);
		});
	}

	@Test
	void mappingOfTheApplicationMayComeFirst() {
		run((app) -> assertThat(app.post("/rpc").status()).isEqualTo(503), MaintenanceMapping.class);
	}

	@Test
	void mappingOfJsonRpcThatComesLaterIsAskedLater() {
		run((app) -> {
			assertThat(app.post("/rpc").status()).isEqualTo(200);
			assertThat(app.asked()).containsExactly("POST /rpc");
		}, LateMapping.class);
	}

	@Test
	void mappingThatKnowsOfCorsIsAsked() {
		run((app) -> {
			assertThat(app.post("/rpc", "Origin: https://example.org").header("Access-Control-Expose-Headers"))
				.isNull();
			CorsConfiguration cors = new CorsConfiguration();
			cors.addExposedHeader("Seen");
			app.context.getBean(JsonRpcHandlerMapping.class).setCorsConfigurations(Map.of("/rpc", cors));
			assertThat(app.post("/rpc", "Origin: https://example.org").header("Access-Control-Expose-Headers"))
				.isEqualTo("Seen");
		});
	}

	@Test
	void adapterOfTheApplicationMayTakeTheHandler() {
		run((app) -> assertThat(app.post("/rpc").status()).isEqualTo(402), OwnAdapter.class);
	}

	@Test
	void decoratorOfTheDispatcherStays() {
		run((app) -> {
			assertThat(app.post("/rpc").status()).isEqualTo(410);
			assertThat(app.context.getBean("webHandler")).isNotInstanceOf(DispatcherHandler.class);
		}, DecoratedDispatcher.class);
	}

	private static void run(Consumer<App> test, Class<?>... more) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.REACTIVE)
			.properties("server.port=0", "jsonrpc.server.allowed-origins=https://example.org",
					"logging.level.root=warn");
		application.sources(more);
		try (ReactiveWebServerApplicationContext context = (ReactiveWebServerApplicationContext) application.run()) {
			test.accept(new App(context));
		}
	}

	/**
	 * A running application.
	 *
	 * @param context its context
	 */
	private record App(ReactiveWebServerApplicationContext context) {

		HttpAnswer post(String path, String... headers) {
			return RawHttp.exchange(port(), RawHttp.post(path, CALL, headers));
		}

		HttpAnswer send(String request) {
			return RawHttp.exchange(port(), request);
		}

		/**
		 * Return what mappings behind that of JSON-RPC were asked for.
		 */
		List<String> asked() {
			return this.context.getBean(Requests.class).asked;
		}

		private int port() {
			return this.context.getWebServer().getPort();
		}

	}

	/**
	 * What was seen of the requests.
	 */
	static class Requests {

		private final List<String> asked = new CopyOnWriteArrayList<>();

		private final List<String> patterns = new CopyOnWriteArrayList<>();

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportAutoConfiguration(LateFilters.class)
	static class Application {

		@Bean
		Requests requests() {
			return new Requests();
		}

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
	 * Filters that are registered behind everything of this library, and ordered behind
	 * everything else.
	 */
	@AutoConfiguration(after = JsonRpcWebFluxAutoConfiguration.class)
	static class LateFilters {

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		WebFilter lateFilter() {
			return (exchange, chain) -> {
				exchange.getResponse().getHeaders().set("Late", "seen");
				return chain.filter(exchange);
			};
		}

		@Bean
		@Order(Ordered.LOWEST_PRECEDENCE)
		WebHttpHandlerBuilderCustomizer lateCustomizer() {
			WebFilter filter = (exchange, chain) -> {
				exchange.getResponse().getHeaders().set("Customizer", "seen");
				if (exchange.getRequest().getHeaders().containsHeader("Keep-Out")) {
					return answer(exchange, HttpStatus.UNAUTHORIZED);
				}
				return chain.filter(exchange);
			};
			return (builder) -> builder.filters((filters) -> filters.add(filter));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class MaintenanceMapping {

		@Bean
		HandlerMapping maintenance() {
			WebHandler handler = (exchange) -> answer(exchange, HttpStatus.SERVICE_UNAVAILABLE);
			return new SimpleUrlHandlerMapping(Map.of("/**", handler), Ordered.HIGHEST_PRECEDENCE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class LateMapping {

		@Bean
		JsonRpcHandlerMapping lateMapping(JsonRpcHttpHandler handler) {
			JsonRpcHandlerMapping mapping = new JsonRpcHandlerMapping(Map.of("/**", handler), Map.of());
			mapping.setOrder(100);
			return mapping;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnAdapter {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		HandlerAdapter ownAdapter() {
			return new HandlerAdapter() {
				@Override
				public boolean supports(Object handler) {
					return handler instanceof UpgradeSwitch;
				}

				@Override
				public Mono<HandlerResult> handle(ServerWebExchange exchange, Object handler) {
					return answer(exchange, HttpStatus.PAYMENT_REQUIRED).then(Mono.empty());
				}
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class DecoratedDispatcher {

		@Bean
		static BeanPostProcessor decorator() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					WebHandler decorated = (exchange) -> answer(exchange, HttpStatus.GONE);
					return beanName.equals("webHandler") ? decorated : bean;
				}
			};
		}

	}

	private static Mono<Void> answer(ServerWebExchange exchange, HttpStatus status) {
		exchange.getResponse().setStatusCode(status);
		return exchange.getResponse().setComplete();
	}

	// behind the mapping of JSON-RPC, and ahead of all others
	private record WatchingMapping(Requests requests) implements HandlerMapping, Ordered {

		@Override
		public int getOrder() {
			return JsonRpcHandlerMapping.ORDER + 1;
		}

		@Override
		public Mono<Object> getHandler(@Nullable ServerWebExchange exchange) {
			if (exchange != null) {
				this.requests.asked.add(exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath());
			}
			return Mono.empty();
		}

	}

}
