package io.github.springjsonrpc.benchmarks.server;

import java.io.IOException;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/**
 * Runs an application on a free port and serves figures.
 */
final class SpringServer {

	private SpringServer() {
	}

	static void run(Class<?> application, String... args) throws IOException {
		SpringApplication spring = new SpringApplication(application);
		spring.setDefaultProperties(
				java.util.Map.of("server.port", "0", "spring.main.banner-mode", "off", "logging.level.root", "warn"));
		WebServerApplicationContext context = (WebServerApplicationContext) spring.run(args);
		MeasuredProcess.serve(context.getWebServer().getPort());
	}

}
