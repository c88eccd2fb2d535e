package io.github.springjsonrpc.autoconfigure;

import java.time.Duration;
import java.util.function.Consumer;

import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.ExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that listens on a port of its own.
 */
public final class RunningApplication implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private final WebTestClient client;

	private RunningApplication(ConfigurableApplicationContext context) {
		this.context = context;
		this.client = WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + context.getEnvironment().getProperty("local.server.port"))
			.responseTimeout(Duration.ofSeconds(30))
			.build();
	}

	/**
	 * Start an application.
	 * @param customizer adds to the application
	 * @param sources its classes
	 */
	public static RunningApplication start(Consumer<SpringApplicationBuilder> customizer, Class<?>... sources) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(sources).bannerMode(Banner.Mode.OFF)
			.properties("server.port=0")
			.initializers(new HastyNetty());
		customizer.accept(application);
		return new RunningApplication(application.run());
	}

	/**
	 * Start an application with properties.
	 */
	public static RunningApplication start(Class<?> source, String... properties) {
		return start((application) -> application.properties(properties), source);
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	/**
	 * Call a method.
	 * @param path the path of the server
	 * @param method the method
	 * @param params its params as JSON
	 * @return {@code "result":…} or {@code "error":…}
	 */
	public String call(String path, String method, String params) {
		String body = post(path,
				"{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s,\"id\":1}".formatted(method, params));
		assertThat(body).startsWith("{\"jsonrpc\":\"2.0\",").endsWith(",\"id\":1}");
		return body.substring("{\"jsonrpc\":\"2.0\",".length(), body.length() - ",\"id\":1}".length());
	}

	/**
	 * Post a body.
	 * @return the body of the response
	 */
	public String post(String path, String body) {
		return this.client.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.exchange()
			.returnResult(String.class)
			.getResponseBody()
			.reduce("", String::concat)
			.block(Duration.ofSeconds(30));
	}

	/**
	 * Post a call as a web page does.
	 * @return the status of the response
	 */
	public int statusFor(String path, String origin) {
		ExchangeResult result = this.client.post()
			.uri(path)
			.header(HttpHeaders.ORIGIN, origin)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("[]")
			.exchange()
			.returnResult(Void.class);
		return result.getStatus().value();
	}

	public ExchangeResult get(String path) {
		return this.client.get().uri(path).exchange().returnResult(Void.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
