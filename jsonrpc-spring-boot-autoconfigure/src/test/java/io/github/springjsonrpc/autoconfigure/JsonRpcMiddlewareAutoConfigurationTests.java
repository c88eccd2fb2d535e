package io.github.springjsonrpc.autoconfigure;

import java.util.List;
import java.util.Set;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.middleware.LoggingMiddleware;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware.IncludeException;
import io.github.springjsonrpc.server.RpcExceptionResolver;
import io.github.springjsonrpc.server.method.AnnotatedExceptionResolver;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcMiddlewareAutoConfiguration}.
 */
class JsonRpcMiddlewareAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(AutoConfigurations
		.of(JacksonAutoConfiguration.class, JsonRpcCodecAutoConfiguration.class, JsonRpcMethodAutoConfiguration.class,
				JsonRpcMiddlewareAutoConfiguration.class, JsonRpcServerAutoConfiguration.class));

	@Test
	void mapsExceptionsAndDoesNotLog() {
		this.runner.run((context) -> assertThat(context.getBean(ServerBeans.class).all(RpcMiddleware.class, "default"))
			.hasExactlyElementsOfTypes(ExceptionMappingMiddleware.class));
	}

	@Test
	void logsInsideOfTheExceptionMapping() {
		this.runner.withPropertyValues("jsonrpc.server.middleware.logging=true")
			.run((context) -> assertThat(context.getBean(ServerBeans.class).all(RpcMiddleware.class, "default"))
				.hasExactlyElementsOfTypes(ExceptionMappingMiddleware.class, LoggingMiddleware.class));
	}

	@Test
	void doesNotMapExceptionsIfToldNotTo() {
		this.runner.withPropertyValues("jsonrpc.server.middleware.exception-mapping=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RpcMiddleware.class));
	}

	@Test
	void isOffWithTheServer() {
		this.runner.withPropertyValues("jsonrpc.server.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RpcMiddleware.class)
				.doesNotHaveBean(RpcExceptionResolver.class));
	}

	@Test
	void putsMiddlewareOfTheApplicationAroundTheBuiltInOneAsItsOrderSays() {
		this.runner.withUserConfiguration(OrderedMiddleware.class)
			.withPropertyValues("jsonrpc.server.middleware.logging=true")
			.run((context) -> assertThat(context.getBean(ServerBeans.class).all(RpcMiddleware.class, "default"))
				.containsExactly(bean(context, "outermost"), bean(context, "rpcExceptionMappingMiddleware"),
						bean(context, "between"), bean(context, "rpcLoggingMiddleware"), bean(context, "inside"),
						bean(context, "innermost")));
	}

	@Test
	void backsOffForTheExceptionMappingOfTheApplication() {
		this.runner
			.withBean("own", ExceptionMappingMiddleware.class,
					() -> new ExceptionMappingMiddleware(List.of(), IncludeException.NEVER))
			.run((context) -> assertThat(context).hasSingleBean(ExceptionMappingMiddleware.class).hasBean("own"));
	}

	@Test
	void backsOffForTheLogOfTheApplication() {
		this.runner.withPropertyValues("jsonrpc.server.middleware.logging=true")
			.withBean("own", LoggingMiddleware.class,
					() -> new LoggingMiddleware((value) -> null, (method) -> List.of(), 1, Set.of()))
			.run((context) -> assertThat(context).hasSingleBean(LoggingMiddleware.class).hasBean("own"));
	}

	@Test
	void backsOffForTheAnnotationResolverOfTheApplication() {
		this.runner.withBean("own", AnnotatedExceptionResolver.class)
			.run((context) -> assertThat(context).hasSingleBean(AnnotatedExceptionResolver.class).hasBean("own"));
	}

	@Test
	void asksTheAnnotationOfAnExceptionBeforeResolversWithoutAnOrder() {
		this.runner.withBean("own", RpcExceptionResolver.class, () -> (exception, request) -> null)
			.run((context) -> assertThat(context.getBeanProvider(RpcExceptionResolver.class).orderedStream()).first()
				.isInstanceOf(AnnotatedExceptionResolver.class));
	}

	@Test
	void refusesANegativeLength() {
		this.runner.withPropertyValues("jsonrpc.server.middleware.logging=true", "jsonrpc.server.logging.max-length=-1")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class));
	}

	@Test
	void knowsTheNamesOfParameters() {
		this.runner.withUserConfiguration(Users.class).run((context) -> {
			LoggedParameterNames names = new LoggedParameterNames(() -> context.getBean(JsonRpcServers.class),
					Set.of("secret"));
			assertThat(names.of("login")).containsExactly("name", "secret");
			assertThat(names.of("unknown")).isEmpty();
		});
	}

	@Test
	void knowsEveryRedactedNameOfMethodsOfOneNameOnSeveralServers() {
		this.runner.withUserConfiguration(Users.class, AdminUsers.class)
			.withPropertyValues("jsonrpc.servers.admin.path=/admin")
			.run((context) -> {
				LoggedParameterNames names = new LoggedParameterNames(() -> context.getBean(JsonRpcServers.class),
						Set.of("Secret", "PIN"));
				assertThat(names.of("login")).containsExactly("pin", "secret", "realm");
			});
	}

	private static RpcMiddleware bean(ApplicationContext context, String name) {
		return context.getBean(name, RpcMiddleware.class);
	}

	static class Users {

		@RpcMethod
		boolean login(String name, String secret) {
			return true;
		}

	}

	@RpcService(server = "admin")
	static class AdminUsers {

		@RpcMethod
		boolean login(String pin, String name, String realm) {
			return true;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedMiddleware {

		@Bean
		RpcMiddleware innermost() {
			return (request, chain) -> chain.next(request);
		}

		@Bean
		@Order(0)
		RpcMiddleware inside() {
			return (request, chain) -> chain.next(request);
		}

		@Bean
		@Order(ExceptionMappingMiddleware.ORDER + 1)
		RpcMiddleware between() {
			return (request, chain) -> chain.next(request);
		}

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		RpcMiddleware outermost() {
			return (request, chain) -> chain.next(request);
		}

	}

}
