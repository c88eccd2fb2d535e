package io.github.springjsonrpc.autoconfigure.client;

import java.nio.file.Path;
import java.util.List;

import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.JsonRpcCodecAutoConfiguration;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.TransportException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Clients of a server whose certificate only an SSL bundle knows.
 */
class SecureClientTests {

	@TempDir
	private static Path directory;

	private static ConfigurableApplicationContext server;

	private static ConfigurableApplicationContext clients;

	@BeforeAll
	static void start() throws Exception {
		keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
				"SAN=dns:localhost", "-keystore", file("server.p12"));
		keytool("-exportcert", "-alias", "server", "-keystore", file("server.p12"), "-file", file("server.crt"));
		keytool("-importcert", "-noprompt", "-alias", "server", "-file", file("server.crt"), "-keystore",
				file("trusted.p12"));
		server = new SpringApplicationBuilder(Secure.class).web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--server.ssl.bundle=server", "--jsonrpc.server.websocket.path=/rpc",
					"--spring.ssl.bundle.jks.server.keystore.location=file:" + file("server.p12"),
					"--spring.ssl.bundle.jks.server.keystore.password=secret");
		String url = "://localhost:" + server.getEnvironment().getProperty("local.server.port") + "/rpc";
		clients = new SpringApplicationBuilder(Clients.class).web(WebApplicationType.NONE)
			.run("--jsonrpc.clients.https.url=https" + url, "--jsonrpc.clients.https.ssl.bundle=server",
					"--jsonrpc.clients.wss.url=wss" + url, "--jsonrpc.clients.wss.ssl.bundle=server",
					"--jsonrpc.clients.distrustful-https.url=https" + url,
					"--jsonrpc.clients.distrustful-wss.url=wss" + url,
					"--spring.ssl.bundle.jks.server.truststore.location=file:" + file("trusted.p12"),
					"--spring.ssl.bundle.jks.server.truststore.password=secret");
	}

	@AfterAll
	static void stop() {
		clients.close();
		server.close();
	}

	private static String file(String name) {
		return directory.resolve(name).toString();
	}

	private static void keytool(String... arguments) throws Exception {
		ProcessBuilder keytool = new ProcessBuilder(
				Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		keytool.command().addAll(List.of(arguments));
		keytool.command().addAll(List.of("-storetype", "PKCS12", "-storepass", "secret"));
		assertThat(keytool.inheritIO().start().waitFor()).isZero();
	}

	private static JsonRpcClient client(String name) {
		return clients.getBean(name + "JsonRpcClient", JsonRpcClient.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https", "wss" })
	void trustsWhatItsBundleTrusts(String scheme) {
		assertThat(client(scheme).method("secret").block(String.class)).isEqualTo("whispered");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https", "wss" })
	void sendsNothingToServerThatItDoesNotTrust(String scheme) {
		assertThatExceptionOfType(TransportException.class)
			.isThrownBy(() -> client("distrustful-" + scheme).method("secret").block(String.class))
			.withMessageContaining("certification path")
			.satisfies((ex) -> assertThat(ex.mayHaveRun()).isFalse());
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Secrets.class)
	static class Secure {

	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ JacksonAutoConfiguration.class, JsonRpcCodecAutoConfiguration.class,
			SslAutoConfiguration.class, HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
			WebClientAutoConfiguration.class, JsonRpcClientAutoConfiguration.class })
	static class Clients {

	}

	static class Secrets {

		@RpcMethod
		String secret() {
			return "whispered";
		}

	}

}
