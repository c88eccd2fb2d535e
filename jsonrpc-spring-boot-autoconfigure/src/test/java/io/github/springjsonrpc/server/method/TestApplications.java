package io.github.springjsonrpc.server.method;

import java.util.function.Consumer;

import io.github.springjsonrpc.autoconfigure.JsonRpcCodecAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcMethodAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcMiddlewareAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerAutoConfiguration;
import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * Applications with the library's auto-configuration, but without a web server.
 */
final class TestApplications {

	private TestApplications() {
	}

	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class,
				AopAutoConfiguration.class, JsonRpcCodecAutoConfiguration.class, JsonRpcMethodAutoConfiguration.class,
				JsonRpcMiddlewareAutoConfiguration.class, JsonRpcServerAutoConfiguration.class));
	}

	/**
	 * Run an application with some more configuration or beans.
	 */
	static void run(Consumer<Calls> test, Class<?>... configurations) {
		runner().withUserConfiguration(configurations)
			.run((context) -> test.accept(new Calls(context.getBean(JsonRpcServer.class))));
	}

}
