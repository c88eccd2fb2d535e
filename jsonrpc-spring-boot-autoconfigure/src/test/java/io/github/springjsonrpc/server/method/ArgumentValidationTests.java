package io.github.springjsonrpc.server.method;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.server.JsonRpcServer;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.constraintvalidation.ValidationTarget;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.validation.annotation.Validated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Bean Validation of arguments. Seed rows S22 and S148.
 */
class ArgumentValidationTests {

	private static ConfigurableApplicationContext context = new GenericApplicationContext();

	private final Calls rpc = new Calls(context.getBean(JsonRpcServer.class));

	@BeforeAll
	static void start() {
		context = TestApplications.start(Orders.class, Proxied.class, ProxiedByGroup.class, OfInterface.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest(name = "{0}{1}")
	@MethodSource
	void refuses(String method, @Nullable String params, List<String> violations) {
		assertThat(this.rpc.violations(method, params)).containsExactlyElementsOf(violations);
	}

	static List<Arguments> refuses() {
		return List.of(arguments("find", "[0]", List.of("id: must be greater than 0")),
				arguments("find", "{\"id\": -1}", List.of("id: must be greater than 0")),
				arguments("rename", "[0, \" \"]",
						List.of("new-name: must not be blank", "order-id: must be greater than 0")),
				arguments("tag", "[[\"a\", \"\", \" \"]]",
						List.of("tags[1]: must not be blank", "tags[2]: must not be blank")),
				arguments("tag", "[[]]", List.of("tags: must not be empty")),
				arguments("label", "[{\"a\": \"\", \"\": \"b\"}]",
						List.of("labels[]: must not be blank", "labels[a]: must not be blank")),
				arguments("mark", "[[\"\"]]", List.of("marks[]: must not be blank")),
				arguments("note", "[0]", List.of("count: must be greater than 0")),
				arguments("place", "[{\"customer\": \"\", \"lines\": [{\"quantity\": 1}, {\"quantity\": 0}]}]",
						List.of("order.customer: must not be blank",
								"order.lines[1].quantity: must be greater than or equal to 1")),
				arguments("placeLines", "[[{\"quantity\": 1}, {\"quantity\": 0}]]",
						List.of("lines[1].quantity: must be greater than or equal to 1")),
				arguments("placeWhole", "{\"customer\": \"\", \"lines\": [{\"quantity\": 0}]}",
						List.of("customer: must not be blank",
								"lines[0].quantity: must be greater than or equal to 1")),
				arguments("placeWhole", "{\"lines\": []}",
						List.of("customer: must not be blank", "lines: must not be empty")),
				arguments("wholeList", "[]", List.of("params: must not be empty")),
				arguments("wholeList", "[1, -1]", List.of("[1]: must be greater than 0")),
				arguments("period", "[9, 1]", List.of("params: must begin before it ends")),
				arguments("variable", "[1, 0, 0]", List.of("numbers: size must be between 0 and 2")),
				arguments("byInterface", "[0]", List.of("id: must be greater than 0")));
	}

	@ParameterizedTest
	@MethodSource
	void accepts(String method, String params) {
		assertThat(this.rpc.result(method, params)).isEqualTo("\"ok\"");
	}

	static List<Arguments> accepts() {
		return List.of(arguments("find", "[1]"), arguments("rename", "[1, \"a\"]"), arguments("tag", "[[\"a\"]]"),
				arguments("note", "[]"), arguments("place", "[{\"customer\": \"a\", \"lines\": [{\"quantity\": 1}]}]"),
				arguments("period", "[1, 9]"), arguments("proxied", "[1]"), arguments("byInterface", "[1]"));
	}

	@Test
	void tellsTenViolationsAtMost() {
		String blanks = IntStream.range(0, 1000).mapToObj((i) -> "\"\"").collect(Collectors.joining(","));
		assertThat(this.rpc.violations("tag", "[[" + blanks + "]]")).hasSize(10);
	}

	@Test
	void tellsViolationsOfBeansThatValidateThemselvesOnce() {
		assertThat(AopUtils.isAopProxy(context.getBean(Proxied.class))).isTrue();
		assertThat(this.rpc.violations("proxied", "[0]")).containsExactly("id: must be greater than 0");
	}

	@Test
	void validatesInGroupsThatClassOrMethodNames() {
		assertThat(this.rpc.violations("byClassGroup", "[0]"))
			.containsExactly("id: must be greater than or equal to 5");
		assertThat(this.rpc.violations("byMethodGroup", "[9]")).containsExactly("id: must be less than or equal to 7");
	}

	@Test
	void doesNotRunMethodWithInvalidArguments() {
		assertThat(this.rpc.violations("launch", "[0]")).hasSize(1);
		assertThat(context.getBean(Orders.class).launched).isFalse();
	}

	@Test
	void validatesNothingWithoutProvider() {
		TestApplications.runner()
			.withUserConfiguration(Orders.class)
			.withClassLoader(new FilteredClassLoader("jakarta.validation", "org.hibernate.validator"))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(RpcArgumentValidator.class);
				assertThat(new Calls(context.getBean(JsonRpcServer.class)).result("find", "[0]")).isEqualTo("\"ok\"");
			});
	}

	record Line(@Min(1) int quantity) {

	}

	record Order(@NotBlank @Nullable String customer, @NotEmpty List<@Valid Line> lines) {

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@Constraint(validatedBy = BeginsBeforeEnd.class)
	@interface Ordered {

		String message() default "must begin before it ends";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	@SupportedValidationTarget(ValidationTarget.PARAMETERS)
	static class BeginsBeforeEnd implements ConstraintValidator<Ordered, Object[]> {

		@Override
		public boolean isValid(Object[] arguments, ConstraintValidatorContext context) {
			return (int) arguments[0] <= (int) arguments[1];
		}

	}

	static class Orders {

		private boolean launched;

		@RpcMethod
		String find(@Positive int id) {
			return "ok";
		}

		@RpcMethod
		String rename(@RpcParam("order-id") @Positive int id, @RpcParam("new-name") @NotBlank String name,
				@RpcAttribute @Nullable String user) {
			return "ok";
		}

		@RpcMethod
		String tag(@NotEmpty List<@NotBlank String> tags) {
			return "ok";
		}

		@RpcMethod
		String label(Map<@NotBlank String, @NotBlank String> labels) {
			return "ok";
		}

		@RpcMethod
		String mark(Set<@NotBlank String> marks) {
			return "ok";
		}

		@RpcMethod
		String note(Optional<@Positive Integer> count) {
			return "ok";
		}

		@RpcMethod
		String place(@Valid @NotNull Order order) {
			return "ok";
		}

		@RpcMethod
		String placeLines(List<@Valid Line> lines) {
			return "ok";
		}

		@RpcMethod
		String placeWhole(@Valid @RpcParams Order order) {
			return "ok";
		}

		@RpcMethod
		String wholeList(@NotEmpty @RpcParams List<@Positive Integer> numbers) {
			return "ok";
		}

		@RpcMethod
		@Ordered
		String period(int from, int to) {
			return "ok";
		}

		@RpcMethod
		String variable(@Size(max = 2) int... numbers) {
			return "ok";
		}

		@RpcMethod
		void launch(@Positive int id) {
			this.launched = true;
		}

	}

	@Validated
	static class Proxied {

		@RpcMethod
		String proxied(@Positive int id) {
			return "ok";
		}

	}

	interface First {

	}

	interface Second {

	}

	@Validated(First.class)
	static class ProxiedByGroup {

		@RpcMethod
		String byClassGroup(@Positive @Min(value = 5, groups = First.class) int id) {
			return "ok";
		}

		@RpcMethod
		@Validated(Second.class)
		String byMethodGroup(@Min(value = 50, groups = First.class) @Max(value = 7, groups = Second.class) int id) {
			return "ok";
		}

	}

	interface Constrained {

		@RpcMethod
		String byInterface(@Positive int id);

	}

	static class OfInterface implements Constrained {

		@Override
		public String byInterface(int id) {
			return "ok";
		}

	}

}
