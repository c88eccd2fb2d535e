package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.ScopedProxyMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which object a call reaches, and when it is made. Seed rows S12 and S28.
 */
class BeanScopesTests {

	private static final List<String> created = new ArrayList<>();

	@Test
	void callsBeansInTheirScope() {
		scopes().run((context) -> {
			assertThat(created).as("created by detection").isEmpty();
			Calls rpc = calls(context);
			for (String method : new String[] { "tenant", "tenantByClass", "tenantByInterface" }) {
				TenantScope.tenant = "acme";
				assertThat(rpc.result(method)).as(method).isEqualTo("1");
				assertThat(rpc.result(method)).as(method).isEqualTo("2");
				TenantScope.tenant = "other";
				assertThat(rpc.result(method)).as(method).isEqualTo("1");
			}
		});
	}

	@Test
	void callsNewPrototypeEachTime() {
		scopes().run((context) -> {
			Calls rpc = calls(context);
			assertThat(rpc.result("prototype")).isEqualTo("1");
			assertThat(rpc.result("prototype")).isEqualTo("1");
			assertThat(created).containsOnly("prototype").hasSize(2);
		});
	}

	@Test
	void createsLazyBeanWithFirstCall() {
		scopes().run((context) -> {
			Calls rpc = calls(context);
			assertThat(created).isEmpty();
			assertThat(rpc.result("lazy")).isEqualTo("1");
			assertThat(rpc.result("lazy")).isEqualTo("2");
			assertThat(created).containsExactly("lazy");
		});
	}

	@Test
	void answersCallsOfApplicationThatIsLazyAltogether() {
		created.clear();
		TestApplications.runner()
			.withUserConfiguration(EagerBean.class)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				assertThat(created).isEmpty();
				assertThat(calls(context).result("eager")).isEqualTo("1");
				assertThat(created).containsExactly("eager");
			});
	}

	private static ApplicationContextRunner scopes() {
		created.clear();
		return TestApplications.runner()
			.withUserConfiguration(ScopedBeans.class)
			.withInitializer((context) -> context.getBeanFactory().registerScope("tenant", new TenantScope()));
	}

	private static Calls calls(AssertableApplicationContext context) {
		return new Calls(context.getBean(JsonRpcServer.class));
	}

	static class Counter {

		private int count;

		Counter(String name) {
			created.add(name);
		}

		int next() {
			return ++this.count;
		}

	}

	static class TenantCounter extends Counter {

		TenantCounter() {
			super("tenant");
		}

		@RpcMethod
		int tenant() {
			return next();
		}

	}

	static class TenantCounterByClass extends Counter {

		TenantCounterByClass() {
			super("tenantByClass");
		}

		@RpcMethod
		int tenantByClass() {
			return next();
		}

	}

	interface Count {

		@RpcMethod
		int tenantByInterface();

	}

	static class TenantCounterByInterface extends Counter implements Count {

		TenantCounterByInterface() {
			super("tenantByInterface");
		}

		@Override
		public int tenantByInterface() {
			return next();
		}

	}

	static class Prototype extends Counter {

		Prototype() {
			super("prototype");
		}

		@RpcMethod
		int prototype() {
			return next();
		}

	}

	static class LazyCounter extends Counter {

		LazyCounter() {
			super("lazy");
		}

		@RpcMethod
		int lazy() {
			return next();
		}

	}

	static class EagerCounter extends Counter {

		EagerCounter() {
			super("eager");
		}

		@RpcMethod
		int eager() {
			return next();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class EagerBean {

		@Bean
		EagerCounter eagerCounter() {
			return new EagerCounter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ScopedBeans {

		@Bean
		@Scope("tenant")
		TenantCounter tenantCounter() {
			return new TenantCounter();
		}

		@Bean
		@Scope(scopeName = "tenant", proxyMode = ScopedProxyMode.TARGET_CLASS)
		TenantCounterByClass tenantCounterByClass() {
			return new TenantCounterByClass();
		}

		@Bean
		@Scope(scopeName = "tenant", proxyMode = ScopedProxyMode.INTERFACES)
		TenantCounterByInterface tenantCounterByInterface() {
			return new TenantCounterByInterface();
		}

		@Bean
		@Scope("prototype")
		Prototype prototype() {
			return new Prototype();
		}

		@Bean
		@Lazy
		LazyCounter lazyCounter() {
			return new LazyCounter();
		}

	}

	/**
	 * One object for each tenant.
	 */
	static class TenantScope implements org.springframework.beans.factory.config.Scope {

		private static volatile String tenant = "none";

		private final Map<String, Object> objects = new HashMap<>();

		@Override
		public synchronized Object get(String name, ObjectFactory<?> factory) {
			return this.objects.computeIfAbsent(tenant + " " + name, (key) -> factory.getObject());
		}

		@Override
		public Object remove(String name) {
			return this.objects.remove(tenant + " " + name);
		}

		@Override
		public void registerDestructionCallback(String name, Runnable callback) {
		}

	}

}
