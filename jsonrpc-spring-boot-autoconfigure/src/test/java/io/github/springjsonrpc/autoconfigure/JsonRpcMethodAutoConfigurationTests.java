package io.github.springjsonrpc.autoconfigure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.method.AttributeArgumentResolver;
import io.github.springjsonrpc.server.method.BeanValidationArgumentValidator;
import io.github.springjsonrpc.server.method.RpcArgument;
import io.github.springjsonrpc.server.method.RpcArgumentResolver;
import io.github.springjsonrpc.server.method.RpcArgumentValidator;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcMethodAutoConfiguration}.
 */
class JsonRpcMethodAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JsonRpcMethodAutoConfiguration.class));

	@Test
	void makesMethodsOfObjects() {
		this.runner.run((context) -> assertThat(context.getBean(RpcMethodFactory.class).methodsOf(new Greeter()))
			.extracting(JsonRpcMethod::name)
			.containsExactlyInAnyOrder("greet", "echo", "now"));
	}

	@Test
	void backsOffForTheFactoryOfTheApplication() {
		this.runner
			.withBean("ownFactory", RpcMethodFactory.class,
					() -> new RpcMethodFactory(List.of(), null, (type) -> null, RpcMethod.Execution.AUTO))
			.run((context) -> assertThat(context).hasSingleBean(RpcMethodFactory.class).hasBean("ownFactory"));
	}

	@Test
	void isOffWithTheServer() {
		this.runner.withPropertyValues("jsonrpc.server.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RpcMethodFactory.class));
	}

	@Test
	void backsOffForTheAttributeResolverOfTheApplication() {
		this.runner.withBean("ownResolver", AttributeArgumentResolver.class)
			.run((context) -> assertThat(context).hasSingleBean(AttributeArgumentResolver.class)
				.hasBean("ownResolver"));
	}

	@Test
	void injectsTheRequest() {
		this.runner.run((context) -> assertThat(parameters(context.getBean(RpcMethodFactory.class), "echo")).isEmpty());
	}

	@Test
	void doesNotInjectTheRequestIfToldNotTo() {
		this.runner.withPropertyValues("jsonrpc.server.middleware.request-injection=false")
			.run((context) -> assertThat(context).doesNotHaveBean("rpcRequestArgumentResolver"));
	}

	@Test
	void asksResolversOfTheApplicationFirst() {
		this.runner.withUserConfiguration(OwnRequestResolver.class).run((context) -> {
			List<RpcArgumentResolver> resolvers = context.getBeanProvider(RpcArgumentResolver.class)
				.orderedStream()
				.toList();
			assertThat(resolvers).first().isSameAs(context.getBean("ownResolver"));
			assertThat(resolvers).hasSize(3);
		});
	}

	@ParameterizedTest
	@CsvSource({ "auto, true, false", "event-loop, false, false", "worker, true, true" })
	void runsMethodsWhereToldTo(String execution, boolean plainBlocks, boolean reactiveBlocks) {
		this.runner.withPropertyValues("jsonrpc.server.execution=" + execution).run((context) -> {
			RpcMethodFactory factory = context.getBean(RpcMethodFactory.class);
			assertThat(method(factory, "greet").blocking()).isEqualTo(plainBlocks);
			assertThat(method(factory, "now").blocking()).isEqualTo(reactiveBlocks);
		});
	}

	@Test
	void usesTheBeanThatMapsResults() {
		this.runner.withUserConfiguration(UpperCaseBean.class)
			.run((context) -> assertThat(method(context.getBean(RpcMethodFactory.class), "greet").resultMapper())
				.isSameAs(context.getBean(UpperCase.class)));
	}

	@Test
	void createsWhatMapsResultsWhereItIsNoBean() {
		this.runner.run((context) -> assertThat(method(context.getBean(RpcMethodFactory.class), "greet").resultMapper())
			.isInstanceOf(UpperCase.class));
	}

	@Test
	void validatesWithTheValidatorOfTheApplication() {
		this.runner.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasSingleBean(BeanValidationArgumentValidator.class));
	}

	@Test
	void doesNotValidateWithoutAValidator() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(RpcArgumentValidator.class));
	}

	@Test
	void doesNotValidateWithoutTheLibrary() {
		this.runner.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("jakarta.validation", "org.hibernate.validator"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(RpcMethodFactory.class)
				.doesNotHaveBean(RpcArgumentValidator.class));
	}

	@Test
	void backsOffForTheArgumentValidatorOfTheApplication() {
		this.runner.withBean(Validator.class, () -> Validation.buildDefaultValidatorFactory().getValidator())
			.withBean("ownValidator", RpcArgumentValidator.class, () -> (type, method, names) -> null)
			.run((context) -> assertThat(context).hasSingleBean(RpcArgumentValidator.class).hasBean("ownValidator"));
	}

	private static JsonRpcMethod method(RpcMethodFactory factory, String name) {
		return factory.methodsOf(new Greeter())
			.stream()
			.filter((method) -> method.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static List<?> parameters(RpcMethodFactory factory, String method) {
		return method(factory, method).description().parameters();
	}

	static class Greeter {

		@RpcMethod(resultMapper = UpperCase.class)
		String greet(@NotBlank String name) {
			return "Hello " + name;
		}

		@RpcMethod
		Map<String, Object> echo(JsonRpcRequest request) {
			return request.params().asMap();
		}

		@RpcMethod
		Mono<Long> now() {
			return Mono.just(0L);
		}

	}

	static class UpperCase implements Function<String, String> {

		@Override
		public String apply(String text) {
			return text.toUpperCase(Locale.ROOT);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UpperCaseBean {

		@Bean
		UpperCase upperCase() {
			return new UpperCase();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRequestResolver {

		@Bean
		RpcArgumentResolver ownResolver() {
			return RpcArgumentResolver.forType(JsonRpcRequest.class, RpcArgument.value((request) -> null));
		}

	}

}
