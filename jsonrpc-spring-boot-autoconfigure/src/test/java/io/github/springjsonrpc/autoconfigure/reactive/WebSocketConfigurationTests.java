package io.github.springjsonrpc.autoconfigure.reactive;

import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.github.springjsonrpc.WebSocketTester;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcService;
import io.github.springjsonrpc.autoconfigure.RunningApplication;
import io.github.springjsonrpc.autoconfigure.WebApplication;
import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebSocketConfiguration}, on real ports.
 */
class WebSocketConfigurationTests {

	private static final String ADMIN = "jsonrpc.servers.admin.path=/admin";

	@Test
	void sharesThePathOfEachServerWithHttp() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN)) {
			assertThat(call(application, "/rpc", "greet")).isEqualTo("\"result\":\"hello\"");
			assertThat(call(application, "/admin", "status")).isEqualTo("\"result\":\"up\"");
			assertThat(call(application, "/admin", "greet")).contains("-32601");
			assertThat(application.call("/rpc", "greet", "[]")).isEqualTo("\"result\":\"hello\"");
			assertThat(application.call("/admin", "status", "[]")).isEqualTo("\"result\":\"up\"");
		}
	}

	@Test
	void hasAPathOfItsOwnIfTheServerSaysSo() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN,
				"jsonrpc.server.websocket.path=/ws", "jsonrpc.servers.admin.websocket.path=/admin/ws")) {
			assertThat(call(application, "/ws", "greet")).isEqualTo("\"result\":\"hello\"");
			assertThat(call(application, "/admin/ws", "status")).isEqualTo("\"result\":\"up\"");
			assertThat(refusal(application, "/rpc")).isEqualTo(405);
		}
	}

	@Test
	void isSwitchedOffForAllServersOrForSome() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN,
				"jsonrpc.server.websocket.enabled=false", "jsonrpc.servers.admin.websocket.enabled=true")) {
			assertThat(refusal(application, "/rpc")).isEqualTo(405);
			assertThat(call(application, "/admin", "status")).isEqualTo("\"result\":\"up\"");
		}
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN,
				"jsonrpc.servers.admin.websocket.enabled=false")) {
			assertThat(call(application, "/rpc", "greet")).isEqualTo("\"result\":\"hello\"");
			assertThat(refusal(application, "/admin")).isEqualTo(405);
		}
	}

	@Test
	void tellsWhatItIsForToWhoeverAsksForSomethingElse() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN,
				"jsonrpc.server.websocket.path=/ws", "jsonrpc.servers.admin.websocket.path=/admin/ws")) {
			assertThat(application.get("/ws").getStatus().value()).isEqualTo(426);
			assertThat(application.get("/ws").getResponseHeaders().getUpgrade()).isEqualTo("websocket");
			assertThat(application.statusFor("/ws", "http://localhost:" + port(application))).isEqualTo(405);
		}
	}

	@Test
	void leavesAnEndpointWithoutPathToTheApplication() {
		try (RunningApplication application = RunningApplication.start(OwnRoutes.class,
				"jsonrpc.server.websocket.path=")) {
			assertThat(refusal(application, "/rpc")).isEqualTo(405);
			assertThat(call(application, "/routed", "greet")).isEqualTo("\"result\":\"hello\"");
			assertThat(call(application, "/mapped", "greet")).isEqualTo("\"result\":\"hello\"");
		}
	}

	@Test
	void injectsWhatBelongsToAServerByQualifier() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN)) {
			Connections connections = application.context().getBean(Connections.class);
			JsonRpcWebSocketEndpoint endpoint = application.context().getBean(JsonRpcWebSocketEndpoint.class);
			assertThat(endpoint.connections()).isSameAs(connections.all).isNotSameAs(connections.admin);
			try (WebSocketTester admin = connect(application, "/admin")) {
				admin.call("status", "[]");
				assertThat(connections.admin.all()).hasSize(1);
				assertThat(connections.all.all()).isEmpty();
			}
		}
	}

	@Test
	void tellsListenersOfTheirServer() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN)) {
			Listeners listeners = application.context().getBean(Listeners.class);
			assertThat(call(application, "/rpc", "greet")).isEqualTo("\"result\":\"hello\"");
			assertThat(call(application, "/admin", "status")).isEqualTo("\"result\":\"up\"");
			assertThat(listeners.connected).containsExactlyInAnyOrder("all", "all", "admin");
		}
	}

	@Test
	void closesConnectionsWhenTheApplicationIsStopped() {
		RunningApplication application = RunningApplication.start(Application.class, ADMIN);
		try (WebSocketTester client = connect(application, "/rpc")) {
			assertThat(client.call("greet", "[]")).isEqualTo("\"result\":\"hello\"");
			application.close();
			assertThat(client.closed()).isEqualTo("1001 The server is shutting down");
		}
	}

	@Test
	void acceptsConnectionsAfterARestart() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN)) {
			application.context().stop();
			application.context().start();
			assertThat(call(application, "/rpc", "greet")).isEqualTo("\"result\":\"hello\"");
		}
	}

	@Test
	void speaksTheSubProtocolThatIsConfigured() {
		try (RunningApplication application = RunningApplication.start(Application.class, ADMIN,
				"jsonrpc.server.websocket.sub-protocols=one,two");
				WebSocketTester client = WebSocketTester.connect(port(application), "/rpc",
						(builder) -> builder.subprotocols("zero", "two", "one"))) {
			assertThat(client.subProtocol()).isEqualTo("two");
		}
	}

	@Test
	void upgradesAsTheApplicationWants() {
		try (RunningApplication application = RunningApplication.start(OwnUpgrade.class)) {
			assertThat(call(application, "/rpc", "greet")).isEqualTo("\"result\":\"hello\"");
			assertThat(application.context().getBean(OwnUpgrade.Counting.class).upgrades).hasValue(1);
		}
	}

	private static String call(RunningApplication application, String path, String method) {
		try (WebSocketTester client = connect(application, path)) {
			return client.call(method, "[]");
		}
	}

	private static WebSocketTester connect(RunningApplication application, String path) {
		return WebSocketTester.connect(port(application), path);
	}

	private static int refusal(RunningApplication application, String path) {
		return WebSocketTester.refusal(port(application), path, (WebSocket.Builder builder) -> builder);
	}

	private static int port(RunningApplication application) {
		return application.context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	@WebApplication
	@Import({ Greeter.class, Admin.class, Connections.class, Listeners.class })
	static class Application {

		@Bean
		ConnectionListener all(Listeners listeners) {
			return listeners.named("all");
		}

		@Bean
		@Qualifier("admin")
		ConnectionListener admin(Listeners listeners) {
			return listeners.named("admin");
		}

	}

	@WebApplication
	@Import(Greeter.class)
	static class OwnRoutes {

		@Bean
		RouterFunction<ServerResponse> route(JsonRpcWebSocketEndpoint endpoint) {
			return RouterFunctions.route().GET("/routed", endpoint::handle).build();
		}

		@Bean
		SimpleUrlHandlerMapping mapping(JsonRpcWebSocketEndpoint endpoint) {
			return new SimpleUrlHandlerMapping(Map.of("/mapped", endpoint), -1);
		}

	}

	@WebApplication
	@Import({ Greeter.class, OwnUpgrade.Counting.class })
	static class OwnUpgrade {

		static class Counting extends ReactorNettyRequestUpgradeStrategy {

			private final AtomicInteger upgrades = new AtomicInteger();

			@Override
			public Mono<Void> upgrade(ServerWebExchange exchange, WebSocketHandler handler,
					@Nullable String subProtocol, Supplier<HandshakeInfo> handshake) {
				this.upgrades.incrementAndGet();
				return super.upgrade(exchange, handler, subProtocol, handshake);
			}

		}

	}

	static class Greeter {

		@RpcMethod
		Mono<String> greet() {
			return Mono.just("hello");
		}

	}

	@RpcService(server = "admin")
	static class Admin {

		@RpcMethod
		String status() {
			return "up";
		}

	}

	static class Connections {

		private final JsonRpcConnectionRegistry all;

		private final JsonRpcConnectionRegistry admin;

		Connections(JsonRpcConnectionRegistry all, @Qualifier("admin") JsonRpcConnectionRegistry admin) {
			this.all = all;
			this.admin = admin;
		}

	}

	static class Listeners {

		private final List<String> connected = new CopyOnWriteArrayList<>();

		ConnectionListener named(String name) {
			return new ConnectionListener() {

				@Override
				public void connected(JsonRpcConnection connection) {
					Listeners.this.connected.add(name);
				}

			};
		}

	}

}
