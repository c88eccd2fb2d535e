package io.github.springjsonrpc.server.method;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.server.DuplicateMethodException;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.annotation.AliasFor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How methods are named, and which server offers them. Seed rows S8, S11 and S28.
 */
class MethodNamesTests {

	@Test
	void namesMethodsAfterJavaMethodOrAnnotationBehindPrefix() {
		TestApplications.run((rpc) -> assertThat(rpc.server().methods().all()).extracting("name")
			.containsExactly("user.find", "user.remove.all", "user.rename"), Users.class);
	}

	@Test
	void givesOverloadsDifferentNames() {
		Calls rpc = Calls.of(new Overloads());
		assertThat(rpc.result("pad", "[\"a\"]")).isEqualTo("\"a \"");
		assertThat(rpc.result("padTo", "[\"a\", 3]")).isEqualTo("\"a  \"");
	}

	@Test
	void refusesOverloadsOfOneName() {
		assertThatExceptionOfType(DuplicateMethodException.class).isThrownBy(() -> Calls.of(new SameOverloads()))
			.satisfies((ex) -> assertThat(new String[] { ex.getRegistered(), ex.getRejected() })
				.containsExactlyInAnyOrder(SameOverloads.class.getName() + "#pad(String)",
						SameOverloads.class.getName() + "#pad(String, int)"));
	}

	@Test
	void namesBothBeansThatOfferMethodOfOneName() {
		TestApplications.runner()
			.withUserConfiguration(TwoOfAKind.class)
			.run((context) -> assertThat(context.getStartupFailure())
				.isInstanceOfSatisfying(DuplicateMethodException.class, (ex) -> {
					assertThat(ex.getName()).isEqualTo("user.find");
					assertThat(ex.getRegistered()).isEqualTo(Users.class.getName() + "#find() (bean 'first')");
					assertThat(ex.getRejected()).isEqualTo(Users.class.getName() + "#find() (bean 'second')");
				}));
	}

	@Test
	void offersMethodsOnServerThatServiceNames() {
		twoServers().withUserConfiguration(Users.class, AdminUsers.class).run((context) -> {
			Calls rpc = new Calls(context.getBean(JsonRpcServer.class));
			Calls admin = new Calls(context.getBean("adminJsonRpcServer", JsonRpcServer.class));
			assertThat(rpc.result("user.find")).isEqualTo("\"found\"");
			assertThat(admin.result("user.find")).isEqualTo("\"found by admin\"");
			assertThat(rpc.server().methods().find("user.ban")).isNull();
			assertThat(admin.result("user.ban")).isEqualTo("\"banned\"");
		});
	}

	@Test
	void refusesUnknownServer() {
		TestApplications.runner()
			.withUserConfiguration(AdminUsers.class)
			.run((context) -> assertThat(context.getStartupFailure())
				.isInstanceOfSatisfying(InvalidMethodException.class, (ex) -> {
					assertThat(ex).hasMessageContaining("of " + AdminUsers.class.getName() + "#")
						.hasMessageContaining("'admin', which does not exist");
					assertThat(ex.getRemedy()).contains("jsonrpc.servers.admin.path").contains("[default]");
				}));
	}

	@Test
	void understandsAnnotationsMadeOfItsOwn() {
		twoServers().withUserConfiguration(Composed.class).run((context) -> {
			Calls admin = new Calls(context.getBean("adminJsonRpcServer", JsonRpcServer.class));
			assertThat(admin.server().methods().all()).singleElement().satisfies((method) -> {
				assertThat(method.name()).isEqualTo("audit.entries");
				assertThat(method.blocking()).isFalse();
				assertThat(method.description().parameters()).extracting("name").containsExactly("limit");
			});
			assertThat(admin.result("audit.entries", "[]")).isEqualTo("\"20 null\"");
			assertThat(admin.violations("audit.entries", "{\"caller\": \"root\"}"))
				.containsExactly("caller: is not a parameter");
		});
	}

	@Test
	void findsServicesByScanningAndLeavesTheirBeanNamesAlone() {
		TestApplications.runner().withUserConfiguration(Scanning.class).run((context) -> {
			assertThat(context).hasBean("methodNamesTests.Users").doesNotHaveBean("user");
			assertThat(new Calls(context.getBean(JsonRpcServer.class)).result("user.find")).isEqualTo("\"found\"");
		});
	}

	private static ApplicationContextRunner twoServers() {
		return TestApplications.runner().withPropertyValues("jsonrpc.servers.admin.path=/admin");
	}

	@RpcService("user")
	static class Users {

		@RpcMethod
		String find() {
			return "found";
		}

		@RpcMethod("rename")
		String changeName() {
			return "renamed";
		}

		@RpcMethod(name = "remove.all")
		void removeAll() {
		}

	}

	@RpcService(prefix = "user", server = "admin")
	static class AdminUsers {

		@RpcMethod
		String find() {
			return "found by admin";
		}

		@RpcMethod
		String ban() {
			return "banned";
		}

	}

	static class Overloads {

		@RpcMethod
		String pad(String text) {
			return text + " ";
		}

		@RpcMethod("padTo")
		String pad(String text, int length) {
			return text + " ".repeat(length - text.length());
		}

	}

	static class SameOverloads {

		@RpcMethod
		String pad(String text) {
			return text;
		}

		@RpcMethod
		String pad(String text, int length) {
			return text;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoOfAKind {

		@Bean
		Users first() {
			return new Users();
		}

		@Bean
		Users second() {
			return new Users();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan(useDefaultFilters = false,
			includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Users.class))
	static class Scanning {

	}

	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@RpcService(server = "admin")
	@interface AdminService {

		@AliasFor(annotation = RpcService.class, attribute = "prefix")
		String value();

	}

	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@RpcMethod(execution = RpcMethod.Execution.EVENT_LOOP)
	@interface Computed {

		@AliasFor(annotation = RpcMethod.class, attribute = "name")
		String value() default "";

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@RpcParam(name = "limit", defaultValue = "20")
	@interface Limit {

	}

	@Target(ElementType.PARAMETER)
	@Retention(RetentionPolicy.RUNTIME)
	@RpcAttribute("caller")
	@interface Caller {

	}

	@AdminService("audit")
	static class Composed {

		@Computed("entries")
		String list(@Limit int size, @Caller Optional<String> caller) {
			return size + " " + caller.orElse(null);
		}

	}

}
