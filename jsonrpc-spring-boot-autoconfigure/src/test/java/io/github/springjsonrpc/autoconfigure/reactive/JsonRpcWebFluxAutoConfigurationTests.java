package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.JsonRpcCodecAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcMethodAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcMiddlewareAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerAutoConfiguration;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.ExchangeArgumentResolver;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;
import io.github.springjsonrpc.server.webflux.JsonRpcHandlerMapping;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.OriginPolicy;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.DispatcherHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcWebFluxAutoConfiguration}.
 */
class JsonRpcWebFluxAutoConfigurationTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(JacksonAutoConfiguration.class,
			JsonRpcCodecAutoConfiguration.class, JsonRpcMethodAutoConfiguration.class,
			JsonRpcMiddlewareAutoConfiguration.class, JsonRpcServerAutoConfiguration.class,
			JsonRpcWebFluxAutoConfiguration.class, HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class);

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AUTO_CONFIGURATIONS)
		.withUserConfiguration(Greeter.class);

	private final ReactiveWebApplicationContextRunner withAdmin = this.runner
		.withPropertyValues("jsonrpc.servers.admin.path=/admin");

	@Test
	void answersOnTheDefaultPath() {
		this.runner.run((context) -> assertThat(statusOf(context, "/rpc")).isEqualTo(HttpStatus.OK));
	}

	@Test
	void answersOnThePathsOfTheProperties() {
		this.withAdmin.withPropertyValues("jsonrpc.server.path=/api/rpc").run((context) -> {
			assertThat(statusOf(context, "/api/rpc")).isEqualTo(HttpStatus.OK);
			assertThat(statusOf(context, "/admin")).isEqualTo(HttpStatus.OK);
			assertThat(statusOf(context, "/rpc")).isEqualTo(HttpStatus.NOT_FOUND);
		});
	}

	@Test
	void leavesAServerWithAnEmptyPathToTheApplication() {
		this.withAdmin.withPropertyValues("jsonrpc.server.path=").run((context) -> {
			assertThat(context.getBean(MountedEndpoints.class).http()).containsOnlyKeys("/admin");
			assertThat(context).hasBean("jsonRpcHttpHandler");
		});
	}

	@Test
	void isThereForReactiveWebApplicationsOnly() {
		new ApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(JsonRpcServer.class)
				.doesNotHaveBean(JsonRpcHttpHandler.class));
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues("jsonrpc.servers.admin.introspection=true")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("jsonRpcServer")
				.hasBean("adminJsonRpcServer")
				.doesNotHaveBean(JsonRpcHttpHandler.class));
	}

	@Test
	void isNotThereWithoutWebFlux() {
		this.runner.withClassLoader(new FilteredClassLoader(DispatcherHandler.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(JsonRpcServer.class)
				.doesNotHaveBean(JsonRpcHttpHandler.class));
	}

	@Test
	void isOffWithTheServer() {
		this.runner.withUserConfiguration(OwnServer.class)
			.withPropertyValues("jsonrpc.server.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(JsonRpcHttpHandler.class)
				.doesNotHaveBean(JsonRpcHandlerMapping.class));
	}

	@Test
	void mountsTheServerOfTheApplication() {
		this.runner.withUserConfiguration(OwnServer.class).run((context) -> {
			assertThat(context.getBean(JsonRpcHttpHandler.class).server()).isSameAs(context.getBean("ownServer"));
			assertThat(statusOf(context, "/rpc")).isEqualTo(HttpStatus.OK);
		});
	}

	@Test
	void backsOffForTheHandlerOfTheApplication() {
		this.withAdmin.withUserConfiguration(OwnHandler.class).run((context) -> {
			assertThat(context.getBean(MountedEndpoints.class).http())
				.containsEntry("/rpc", context.getBean("ownHandler", JsonRpcHttpHandler.class))
				.containsOnlyKeys("/rpc", "/admin");
			assertThat(statusOf(context, "/rpc")).isEqualTo(HttpStatus.ACCEPTED);
		});
	}

	@Test
	void leavesFurtherHandlersToTheApplication() {
		this.runner.withUserConfiguration(FurtherHandler.class).run((context) -> {
			assertThat(context).hasBean("jsonRpcHttpHandler").hasBean("furtherHandler");
			assertThat(statusOf(context, "/rpc")).isEqualTo(HttpStatus.OK);
		});
	}

	@Test
	void backsOffForTheMappingOfTheApplication() {
		this.runner
			.withBean("ownMapping", JsonRpcHandlerMapping.class, () -> new JsonRpcHandlerMapping(Map.of(), Map.of()))
			.run((context) -> {
				assertThat(context).hasSingleBean(JsonRpcHandlerMapping.class);
				assertThat(statusOf(context, "/rpc")).isEqualTo(HttpStatus.NOT_FOUND);
			});
	}

	@Test
	void backsOffForTheArgumentResolverOfTheApplication() {
		this.runner.withBean("ownResolver", ExchangeArgumentResolver.class)
			.run((context) -> assertThat(context).hasSingleBean(ExchangeArgumentResolver.class));
	}

	@Test
	void injectsTheHandlerOfAServerByQualifier() {
		this.withAdmin.withUserConfiguration(Injected.class).run((context) -> {
			Injected injected = context.getBean(Injected.class);
			assertThat(injected.handler.server().name()).isEqualTo("default");
			assertThat(injected.admin.server().name()).isEqualTo("admin");
			assertThat(injected.all).containsExactly(injected.handler, injected.admin);
		});
	}

	@Test
	void refusesForeignOrigins() {
		this.runner.run((context) -> assertThat(statusOf(context, "/rpc", "https://foreign.example"))
			.isEqualTo(HttpStatus.FORBIDDEN));
	}

	@Test
	void admitsEveryOriginIfToldNotToCheck() {
		this.withAdmin.withUserConfiguration(OwnPolicies.class)
			.withPropertyValues("jsonrpc.server.middleware.origin-check=false")
			.run((context) -> assertThat(statusOf(context, "/rpc", "https://foreign.example"))
				.isEqualTo(HttpStatus.OK));
	}

	@Test
	void admitsTheOriginsOfEachServer() {
		this.withAdmin
			.withPropertyValues("jsonrpc.server.allowed-origins=https://one.example",
					"jsonrpc.servers.admin.allowed-origins=https://two.example")
			.run((context) -> {
				assertThat(statusOf(context, "/rpc", "https://one.example")).isEqualTo(HttpStatus.OK);
				assertThat(statusOf(context, "/rpc", "https://two.example")).isEqualTo(HttpStatus.FORBIDDEN);
				assertThat(statusOf(context, "/admin", "https://one.example")).isEqualTo(HttpStatus.FORBIDDEN);
				assertThat(statusOf(context, "/admin", "https://two.example")).isEqualTo(HttpStatus.OK);
			});
	}

	@Test
	void usesThePoliciesOfTheApplicationForEachServer() {
		this.withAdmin.withUserConfiguration(OwnPolicies.class).run((context) -> {
			assertThat(statusOf(context, "/rpc")).isEqualTo(HttpStatus.PAYMENT_REQUIRED);
			assertThat(statusOf(context, "/admin")).isEqualTo(HttpStatus.ACCEPTED);
		});
	}

	@Test
	void tellsAtStartUpWhatIsServedWhere() {
		try (CapturedLog log = CapturedLog.of(MountedEndpointsLogger.class, Level.INFO)) {
			this.withAdmin.run((context) -> assertThat(log.lines()).containsExactly(
					"JSON-RPC: POST and WebSocket /rpc with 1 method, POST and WebSocket /admin with 0 methods"));
		}
	}

	@Test
	void tellsAtStartUpWhereWebSocketsAre() {
		try (CapturedLog log = CapturedLog.of(MountedEndpointsLogger.class, Level.INFO)) {
			this.withAdmin
				.withPropertyValues("jsonrpc.server.websocket.path=/ws",
						"jsonrpc.servers.admin.websocket.enabled=false")
				.run((context) -> assertThat(log.lines())
					.containsExactly("JSON-RPC: POST /rpc with 1 method, POST /admin with 0 methods, "
							+ "WebSocket /ws with 1 method"));
		}
	}

	@Test
	void tellsItOnceAlsoIfThereAreChildContexts() {
		try (CapturedLog log = CapturedLog.of(MountedEndpointsLogger.class, Level.INFO)) {
			this.runner.run((context) -> {
				try (AnnotationConfigApplicationContext child = new AnnotationConfigApplicationContext()) {
					child.setParent(context);
					child.refresh();
				}
				assertThat(log.lines()).hasSize(1);
			});
		}
	}

	@Test
	void tellsNothingIfNothingIsServed() {
		try (CapturedLog log = CapturedLog.of(MountedEndpointsLogger.class, Level.INFO)) {
			this.runner.withPropertyValues("jsonrpc.server.path=").run((context) -> assertThat(log.lines()).isEmpty());
		}
	}

	private static HttpStatusCode statusOf(ApplicationContext context, String path) {
		return statusOf(context, path, null);
	}

	private static HttpStatusCode statusOf(ApplicationContext context, String path, String origin) {
		return WebTestClient.bindToApplicationContext(context)
			.build()
			.post()
			.uri("http://localhost" + path)
			.headers((headers) -> {
				if (origin != null) {
					headers.set(HttpHeaders.ORIGIN, origin);
				}
			})
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"jsonrpc\":\"2.0\",\"method\":\"greet\",\"id\":1}")
			.exchange()
			.returnResult(Void.class)
			.getStatus();
	}

	static class Greeter {

		@RpcMethod
		String greet() {
			return "hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnServer {

		@Bean
		JsonRpcServer ownServer(JsonRpcCodec codec) {
			return JsonRpcServer.builder(codec).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnHandler {

		@Bean
		JsonRpcHttpHandler ownHandler(JsonRpcServer server) {
			return new JsonRpcHttpHandler(server, (exchange) -> true, (answer) -> HttpStatus.ACCEPTED, 1000, 1000);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FurtherHandler {

		@Bean(defaultCandidate = false)
		JsonRpcHttpHandler furtherHandler(JsonRpcServer server) {
			return new JsonRpcHttpHandler(server, (exchange) -> true, (answer) -> HttpStatus.ACCEPTED, 1000, 1000);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnPolicies {

		@Bean
		OriginPolicy noOrigin() {
			return (exchange) -> {
				exchange.getResponse().setStatusCode(HttpStatus.PAYMENT_REQUIRED);
				return false;
			};
		}

		@Bean
		@Qualifier("admin")
		OriginPolicy everyOriginForAdmin() {
			return (exchange) -> true;
		}

		@Bean
		@Qualifier("admin")
		HttpStatusPolicy acceptedForAdmin() {
			return (answer) -> HttpStatus.ACCEPTED;
		}

	}

	record Injected(JsonRpcHttpHandler handler, @Qualifier("admin") JsonRpcHttpHandler admin,
			List<JsonRpcHttpHandler> all) {

	}

}
