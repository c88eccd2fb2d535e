package io.github.springjsonrpc.autoconfigure.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.RunningApplication;
import io.github.springjsonrpc.autoconfigure.WebApplication;
import io.github.springjsonrpc.client.proxy.ImportRpcClients;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients whose URL is {@code lb://<service>}, with Spring Cloud LoadBalancer.
 */
class LoadBalancedClientTests {

	@Test
	void goesOnWithTheInstanceThatIsLeft() {
		try (RunningApplication a = server("a"); RunningApplication b = server("b")) {
			try (ConfigurableApplicationContext context = client(a, b)) {
				Greeter greeter = context.getBean(Greeter.class);
				assertThat(calls(greeter)).contains("a", "b");
				a.context().close();
				assertThat(calls(greeter)).containsOnly("b");
			}
		}
	}

	private static List<String> calls(Greeter greeter) {
		List<String> answers = new ArrayList<>();
		for (int i = 0; i < 6; i++) {
			answers.add(greeter.name());
		}
		return answers;
	}

	private static RunningApplication server(String name) {
		return RunningApplication.start(Server.class, "instance=" + name, "spring.cloud.discovery.enabled=false",
				"spring.cloud.compatibility-verifier.enabled=false");
	}

	private static ConfigurableApplicationContext client(RunningApplication... servers) {
		List<String> properties = new ArrayList<>(List.of("jsonrpc.clients.greeters.url=lb://greeters/rpc",
				"spring.cloud.compatibility-verifier.enabled=false", "spring.cloud.loadbalancer.cache.enabled=false",
				// a call may be made again elsewhere, as it has not reached a server that
				// is down
				"spring.cloud.loadbalancer.retry.enabled=true",
				"spring.cloud.loadbalancer.retry.retry-on-all-operations=true",
				"spring.cloud.loadbalancer.retry.max-retries-on-same-service-instance=0",
				"spring.cloud.loadbalancer.retry.max-retries-on-next-service-instance=1"));
		for (int i = 0; i < servers.length; i++) {
			properties.add("spring.cloud.discovery.client.simple.instances.greeters[" + i + "].uri=http://localhost:"
					+ servers[i].context().getEnvironment().getProperty("local.server.port"));
		}
		return new SpringApplicationBuilder(Client.class).web(WebApplicationType.NONE)
			.properties(properties.toArray(String[]::new))
			.run();
	}

	@RpcClient("greeters")
	interface Greeter {

		String name();

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@ImportRpcClients(Greeter.class)
	static class Client {

	}

	@WebApplication
	static class Server {

		// of its own, so that all of it dies with the server
		@Bean
		ReactorResourceFactory resources() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ZERO);
			return resources;
		}

		@Bean
		Instance instance(@Value("${instance}") String name) {
			return new Instance(name);
		}

	}

	record Instance(String value) {

		@RpcMethod
		String name() {
			return this.value;
		}

	}

}
