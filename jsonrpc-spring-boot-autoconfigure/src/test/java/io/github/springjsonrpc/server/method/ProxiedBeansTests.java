package io.github.springjsonrpc.server.method;

import java.util.concurrent.CompletableFuture;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls of beans behind a proxy. Seed row S15.
 */
class ProxiedBeansTests {

	private static final String JDK_PROXIES = "spring.aop.proxy-target-class=false";

	@Test
	void runsAspectsAroundCallsOfClasses() {
		TestApplications.runner().withUserConfiguration(Shout.class, Greeter.class).run((context) -> {
			assertThat(AopUtils.isCglibProxy(context.getBean(Greeter.class))).isTrue();
			Calls rpc = new Calls(context.getBean(JsonRpcServer.class));
			assertThat(rpc.result("greet", "[\"you\"]")).isEqualTo("\"Hello you!\"");
			assertThat(rpc.result("greetQuietly", "[\"you\"]")).isEqualTo("\"hello you!\"");
		});
	}

	@Test
	void runsAspectsAroundCallsThroughInterfaces() {
		TestApplications.runner()
			.withPropertyValues(JDK_PROXIES)
			.withUserConfiguration(Shout.class, GreeterOfInterface.class, LazyGreeter.class, Shelf.class)
			.run((context) -> {
				assertThat(AopUtils.isJdkDynamicProxy(context.getBean(Greetings.class))).isTrue();
				Calls rpc = new Calls(context.getBean(JsonRpcServer.class));
				assertThat(rpc.result("greet", "[\"you\"]")).isEqualTo("\"Hi you!\"");
				assertThat(rpc.result("lazily", "[]")).isEqualTo("\"done!\"");
				assertThat(rpc.result("put", "[\"Dune\"]")).as("of a generic interface").isEqualTo("\"Dune!\"");
			});
	}

	@Test
	void refusesMethodThatProxyHides() {
		TestApplications.runner()
			.withPropertyValues(JDK_PROXIES)
			.withUserConfiguration(Shout.class, HiddenMethod.class)
			.run((context) -> assertThat(context.getStartupFailure())
				.isInstanceOfSatisfying(InvalidMethodException.class, (failure) -> {
					assertThat(failure).hasMessageContaining("HiddenMethod#hidden() is hidden by a proxy");
					assertThat(failure.getRemedy()).contains("Declare it in an interface");
				}));
	}

	@Test
	void refusesMethodHiddenByProxyThatApplicationMade() {
		TestApplications.runner()
			.withUserConfiguration(HandMadeProxy.class)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidMethodException.class)
				.hasMessageContaining("HiddenMethod#hidden() is hidden by a proxy"));
	}

	@Test
	void refusesFinalMethodOfProxiedClass() {
		TestApplications.runner()
			.withUserConfiguration(Shout.class, FinalMethod.class)
			.run((context) -> assertThat(context.getStartupFailure()).isInstanceOf(InvalidMethodException.class)
				.hasMessageContaining("FinalMethod#unproxied() is final"));
	}

	@Test
	void runsCallsInTransactions() {
		TestApplications.runner()
			.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class,
					DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
					TransactionAutoConfiguration.class))
			.withPropertyValues("spring.datasource.generate-unique-name=true")
			.withUserConfiguration(Accounts.class)
			.run((context) -> {
				Calls rpc = new Calls(context.getBean(JsonRpcServer.class));
				assertThat(rpc.result("deposit", "[7]")).isEqualTo("true");
				assertThat(rpc.call("deposit", "[-1]").code()).isEqualTo(-32603);
				assertThat(rpc.result("balance")).as("rolled back").isEqualTo("7");
			});
	}

	@Test
	void waitsForAsynchronousMethods() {
		TestApplications.run((rpc) -> assertThat(rpc.result("thread")).startsWith("\"async-"), AsyncMethods.class);
	}

	@Aspect
	static class Shout {

		@Around("@annotation(io.github.springjsonrpc.annotation.RpcMethod) || execution(* put(..)) || execution(* lazily())")
		Object shout(ProceedingJoinPoint call) throws Throwable {
			return call.proceed() + "!";
		}

	}

	static class Greeter {

		private final String greeting = "ello ";

		@RpcMethod
		public String greet(String name) {
			return "H" + this.greeting + name;
		}

		@RpcMethod
		String greetQuietly(String name) {
			return "h" + this.greeting + name;
		}

	}

	interface Greetings {

		String greet(String name);

	}

	static class GreeterOfInterface implements Greetings {

		@Override
		@RpcMethod
		public String greet(String name) {
			return "Hi " + name;
		}

	}

	interface Laziness {

		@RpcMethod
		String lazily();

	}

	@Lazy
	static class LazyGreeter implements Laziness {

		@Override
		public String lazily() {
			return "done";
		}

	}

	interface Storage<T> {

		@RpcMethod
		Object put(T thing);

	}

	static class Shelf implements Storage<String> {

		@Override
		public Object put(String thing) {
			return thing;
		}

	}

	static class HiddenMethod implements Greetings {

		@Override
		public String greet(String name) {
			return name;
		}

		@RpcMethod
		public String hidden() {
			return "";
		}

	}

	static class FinalMethod {

		@RpcMethod
		public final String unproxied() {
			return "";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class HandMadeProxy {

		@Bean
		Greetings greetings() {
			ProxyFactory factory = new ProxyFactory(new HiddenMethod());
			return (Greetings) factory.getProxy();
		}

	}

	static class Accounts {

		private final JdbcTemplate jdbc;

		Accounts(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
			jdbc.execute("create table deposit (amount int)");
		}

		@RpcMethod
		@Transactional
		boolean deposit(int amount) {
			this.jdbc.update("insert into deposit values (?)", amount);
			if (amount < 0) {
				throw new IllegalStateException("Rolls back");
			}
			return TransactionSynchronizationManager.isActualTransactionActive();
		}

		@RpcMethod
		Integer balance() {
			return this.jdbc.queryForObject("select sum(amount) from deposit", Integer.class);
		}

	}

	@EnableAsync
	@Configuration(proxyBeanMethods = false)
	static class AsyncMethods {

		@Bean
		SimpleAsyncTaskExecutor taskExecutor() {
			return new SimpleAsyncTaskExecutor("async-");
		}

		@Bean
		AsyncService asyncService() {
			return new AsyncService();
		}

	}

	static class AsyncService {

		@RpcMethod
		@Async
		CompletableFuture<String> thread() {
			return CompletableFuture.completedFuture(Thread.currentThread().getName());
		}

	}

}
