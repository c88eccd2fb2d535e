package io.github.springjsonrpc.autoconfigure.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import io.github.springjsonrpc.autoconfigure.HastyNetty;
import io.github.springjsonrpc.autoconfigure.JsonRpcCodecAutoConfiguration;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcClientCustomizer;
import io.github.springjsonrpc.client.JsonRpcClientFactory;
import io.github.springjsonrpc.client.RequestTimeoutException;
import io.github.springjsonrpc.client.RpcErrorMapper;
import io.github.springjsonrpc.client.TestServer;
import io.github.springjsonrpc.client.TransportException;
import io.github.springjsonrpc.client.WebSocketTransportCustomizer;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.socket.CloseStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class JsonRpcClientAutoConfigurationTests {

	private static TestServer server;

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withInitializer(new HastyNetty())
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, JsonRpcCodecAutoConfiguration.class,
				SslAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class, WebClientAutoConfiguration.class,
				JsonRpcClientAutoConfiguration.class));

	@BeforeAll
	static void start() {
		server = TestServer.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private ApplicationContextRunner withClient(String name, String scheme, String... properties) {
		return this.runner.withPropertyValues("jsonrpc.clients." + name + ".url=" + server.url(scheme))
			.withPropertyValues(properties);
	}

	@ParameterizedTest
	@CsvSource({ "http", "ws" })
	void offersClientThatNeedsNoQualifierIfItIsTheOnlyOne(String scheme) {
		withClient("users", scheme).run((context) -> {
			assertThat(context).hasNotFailed().hasBean("usersJsonRpcClient");
			assertThat(context.getBean(JsonRpcClient.class).method("add").params(1, 2).block(int.class)).isEqualTo(3);
		});
	}

	@Test
	void tellsClientsApartByQualifier() {
		withClient("users", "http", "jsonrpc.clients.order-api.url=" + server.url("ws")).run((context) -> {
			assertThat(qualified(context.getBeanFactory(), "users")).isSameAs(context.getBean("usersJsonRpcClient"));
			assertThat(qualified(context.getBeanFactory(), "order-api"))
				.isSameAs(context.getBean("order-apiJsonRpcClient"));
			assertThatExceptionOfType(NoUniqueBeanDefinitionException.class)
				.isThrownBy(() -> context.getBean(JsonRpcClient.class));
		});
	}

	private static JsonRpcClient qualified(BeanFactory beanFactory, String name) {
		return BeanFactoryAnnotationUtils.qualifiedBeanOfType(beanFactory, JsonRpcClient.class, name);
	}

	@Test
	void givesWayToClientOfApplication() {
		withClient("users", "http").withBean("own", JsonRpcClient.class, () -> server.client())
			.run((context) -> assertThat(context.getBean(JsonRpcClient.class)).isSameAs(context.getBean("own")));
	}

	@Test
	void closesClientsWithContext() {
		JsonRpcClient[] client = new JsonRpcClient[1];
		Mono<CloseStatus> closed = withClient("users", "ws", (context) -> {
			client[0] = context.getBean(JsonRpcClient.class);
			return client[0];
		});
		assertThat(closed.block(TestServer.TIMEOUT)).isEqualTo(CloseStatus.NORMAL);
		assertThatExceptionOfType(TransportException.class)
			.isThrownBy(() -> client[0].method("add").params(1, 2).block(int.class));
	}

	@Test
	void closesClientsThatTheFactoryMadeWithContext() {
		Mono<CloseStatus> closed = withClient("users", "ws", (context) -> {
			JsonRpcClientFactory factory = context.getBean(JsonRpcClientFactory.class);
			factory.create(server.url("ws").toString()).close();
			return factory.create(server.url("ws").toString());
		});
		assertThat(closed.block(TestServer.TIMEOUT)).isEqualTo(CloseStatus.NORMAL);
	}

	// how the one connection to the server ended
	private Mono<CloseStatus> withClient(String name, String scheme, Function<BeanFactory, JsonRpcClient> client) {
		List<Mono<CloseStatus>> closed = new ArrayList<>();
		withClient(name, scheme).run((context) -> {
			assertThat(client.apply(context).method("add").params(1, 2).block(int.class)).isEqualTo(3);
			server.webSocket().connections().all().forEach((connection) -> closed.add(connection.closed()));
		});
		assertThat(closed).hasSize(1);
		return closed.get(0);
	}

	@Test
	void startsWithoutServerToConnectTo() {
		this.runner.withPropertyValues("jsonrpc.clients.users.url=ws://localhost:1/rpc")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(JsonRpcClient.class));
	}

	@ParameterizedTest
	@CsvSource({ "http", "ws" })
	void appliesProperties(String scheme) {
		withClient("users", scheme, "jsonrpc.clients.users.headers.X-Test=one,two",
				"jsonrpc.clients.users.timeout=100ms", "jsonrpc.clients.users.id-prefix=u-",
				"jsonrpc.clients.users.connect-timeout=5s")
			.run((context) -> {
				JsonRpcClient client = context.getBean(JsonRpcClient.class);
				JsonRpcResponse response = client.method("headers").timeout(Duration.ofSeconds(20)).exchange().block();
				assertThat(response.result()).hasToString("\"one,two\"");
				assertThat(response.id().text()).isEqualTo("u-1");
				assertThatExceptionOfType(RequestTimeoutException.class)
					.isThrownBy(() -> client.method("never").block(String.class))
					.satisfies((ex) -> assertThat(ex.timeout()).isEqualTo(Duration.ofMillis(100)));
			});
	}

	@Test
	void makesUuids() {
		withClient("users", "http", "jsonrpc.clients.users.id-generator=uuid").run((context) -> assertThat(
				context.getBean(JsonRpcClient.class).method("nothing").exchange().block().id().text())
			.hasSize(36));
	}

	@Test
	void putsCallsTogether() {
		withClient("users", "http", "jsonrpc.clients.users.batching.window=20ms").run((
				context) -> assertThat(context.getBean(JsonRpcClient.class).method("add").params(1, 2).block(int.class))
					.isEqualTo(3));
	}

	@Test
	void usesCustomizersOfApplication() {
		withClient("market", "ws", "jsonrpc.clients.users.url=" + server.url("http"))
			.withUserConfiguration(Customizers.class)
			.run((context) -> {
				JsonRpcClient users = qualified(context.getBeanFactory(), "users");
				assertThat(users.method("headers").block(String.class)).isEqualTo("from Boot");
				assertThatExceptionOfType(IllegalArgumentException.class)
					.isThrownBy(() -> users.method("fail").params(42).block(String.class))
					.withMessage("No such thing");
				JsonRpcClient market = qualified(context.getBeanFactory(), "market");
				assertThat(market.method("call-back").block(String.class)).isEqualTo("customized");
				JsonRpcClientFactory factory = context.getBean(JsonRpcClientFactory.class);
				try (JsonRpcClient other = factory.create(server.url("http").toString())) {
					assertThat(other.method("headers").block(String.class)).isEqualTo("from Boot");
				}
				assertThat(context.getBean(Customizers.class).seen).contains("users", "market",
						server.url("http").toString());
			});
	}

	@Test
	void makesClientsForUrls() {
		this.runner.run((context) -> {
			JsonRpcClientFactory factory = context.getBean(JsonRpcClientFactory.class);
			try (JsonRpcClient http = factory.http(server.url("http").toString(),
					(transport, client) -> transport.header("X-Test", "mine"));
					JsonRpcClient webSocket = factory.webSocket(server.url("ws").toString(),
							(transport, client) -> transport.header("X-Test", "shake"))) {
				assertThat(http.method("headers").block(String.class)).isEqualTo("mine");
				assertThat(webSocket.method("headers").block(String.class)).isEqualTo("shake");
			}
			assertThatIllegalArgumentException().isThrownBy(() -> factory.create("ftp://user:secret@example.org/"))
				.withMessage("'ftp://example.org/' is no URL for HTTP");
		});
	}

	@Test
	void needsNoBootForWebClient() {
		this.runner.withClassLoader(new FilteredClassLoader(WebClientCustomizer.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcClientFactory.class));
		this.runner.withClassLoader(new FilteredClassLoader(HttpClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcClientFactory.class));
		this.runner.withClassLoader(new FilteredClassLoader(WebClient.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcClientFactory.class));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			timeout=1s                       | The JSON-RPC client 'users' has no URL
			url=                             | The JSON-RPC client 'users' has no URL
			url=example.org/rpc              | http, https, ws, wss or lb
			url=ftp://example.org/rpc        | http, https, ws, wss or lb
			url=http:rpc                     | http, https, ws, wss or lb
			url=http://a b                   | http, https, ws, wss or lb
			timeout=0                        | It must be positive
			tiemout=1s                       | A client has no such property
			max-response-size=0              | It must be positive
			batching.max-size=1              | greater than 1
			batching.window=0                | It must be positive
			websocket.reconnect.jitter=2     | from 0 to 1
			websocket.reconnect.max-backoff=1ms | not be less than the minimum
			websocket.ping-interval=0        | It must be positive
			ssl.bundle=missing               | missing
			""")
	void failsToStartIfConfigurationIsWrong(String property, String problem) {
		String url = property.startsWith("url") || property.startsWith("timeout=1s") ? "other="
				: "url=https://example.org";
		this.runner
			.withPropertyValues("jsonrpc.clients.users." + property,
					url.startsWith("other") ? "other=" : "jsonrpc.clients.users." + url)
			.run((context) -> assertThat(context).getFailure().rootCause().hasStackTraceContaining(problem));
	}

	@Test
	void failsToStartIfWebSocketCallsAreToBePutTogether() {
		withClient("users", "ws", "jsonrpc.clients.users.batching.window=1ms").run((
				context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("no use over WebSocket"));
	}

	@Configuration(proxyBeanMethods = false)
	static class Customizers {

		final List<String> seen = new CopyOnWriteArrayList<>();

		@Bean
		WebClientCustomizer header() {
			return (builder) -> builder.defaultHeader("X-Test", "from Boot");
		}

		@Bean
		JsonRpcClientCustomizer names() {
			return (name, builder) -> this.seen.add(name);
		}

		@Bean
		WebSocketTransportCustomizer answers() {
			return (name, builder) -> builder.handler((message, connection) -> Mono
				.just(JsonRpcResponse.success(((JsonRpcRequest) message).id(), "customized")));
		}

		@Bean
		RpcErrorMapper errors() {
			return RpcErrorMapper.ofCode(42, (error) -> new IllegalArgumentException(error.message()));
		}

	}

}
