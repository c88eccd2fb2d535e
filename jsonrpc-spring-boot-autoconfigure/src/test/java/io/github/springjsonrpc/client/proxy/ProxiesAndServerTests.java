package io.github.springjsonrpc.client.proxy;

import java.util.List;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.JsonRpcCodecAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcMethodAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientProxyAutoConfiguration;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.junit.jupiter.api.Test;

import org.springframework.aop.support.AopUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Proxies in an application that is a server as well.
 */
class ProxiesAndServerTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, AopAutoConfiguration.class,
				JsonRpcCodecAutoConfiguration.class, JsonRpcMethodAutoConfiguration.class,
				JsonRpcServerAutoConfiguration.class, JsonRpcClientProxyAutoConfiguration.class))
		.withBean("users", JsonRpcClient.class, () -> Recorder.answering("remote").client());

	@Test
	void offersNoMethodsOfProxies() {
		this.runner.withUserConfiguration(Imported.class).run((context) -> {
			assertThat(context).hasSingleBean(Users.class);
			assertThat(methods(context.getBean(JsonRpcServer.class))).isEmpty();
		});
	}

	@Test
	void offersNoMethodsOfProxiesThatAreNotMadeYet() {
		this.runner.withUserConfiguration(Imported.class)
			.withInitializer((context) -> context.addBeanFactoryPostProcessor((beanFactory) -> {
				for (String name : beanFactory.getBeanNamesForType(Users.class, true, false)) {
					beanFactory.getBeanDefinition(name).setLazyInit(true);
				}
			}))
			.run((context) -> assertThat(methods(context.getBean(JsonRpcServer.class))).isEmpty());
	}

	@Test
	void offersNoMethodsOfProxiesThatTheApplicationMakes() {
		this.runner.withUserConfiguration(Declared.class).run((context) -> {
			assertThat(context.getBean(Users.class).find(1)).isEqualTo("remote");
			assertThat(methods(context.getBean(JsonRpcServer.class))).isEmpty();
		});
	}

	@Test
	void offersNoMethodsOfProxiesWithAdvice() {
		this.runner.withUserConfiguration(Imported.class).withBean(Advice.class).run((context) -> {
			Users users = context.getBean(Users.class);
			assertThat(AopUtils.isJdkDynamicProxy(users)).isTrue();
			assertThat(users.find(1)).isEqualTo("advised remote");
			assertThat(methods(context.getBean(JsonRpcServer.class))).isEmpty();
		});
	}

	@Test
	void offersMethodsOfBeanThatImplementsTheSameInterface() {
		this.runner.withUserConfiguration(Imported.class)
			.withBean(LocalUsers.class)
			.run((context) -> assertThat(methods(context.getBean(JsonRpcServer.class))).containsExactly("find"));
	}

	private static List<String> methods(JsonRpcServer server) {
		return server.methods().all().stream().map((method) -> method.name()).toList();
	}

	@RpcClient("users")
	interface Users {

		@RpcMethod
		String find(long id);

	}

	static class LocalUsers implements Users {

		@Override
		public String find(long id) {
			return "local";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportRpcClients(Users.class)
	static class Imported {

	}

	@Configuration(proxyBeanMethods = false)
	static class Declared {

		@Bean
		Users declared(RpcProxyFactory factory, JsonRpcClient client) {
			return factory.create(Users.class, client);
		}

	}

	@Aspect
	static class Advice {

		@Around("execution(* io.github.springjsonrpc.client.proxy.ProxiesAndServerTests.Users.*(..))")
		Object advise(ProceedingJoinPoint call) throws Throwable {
			return "advised " + call.proceed();
		}

	}

}
