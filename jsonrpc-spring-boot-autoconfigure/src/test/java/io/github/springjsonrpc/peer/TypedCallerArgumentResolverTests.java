package io.github.springjsonrpc.peer;

import java.net.URI;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.autoconfigure.RunningApplication;
import io.github.springjsonrpc.autoconfigure.WebApplication;
import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientProxyAutoConfiguration;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.WebSocketTransport;
import io.github.springjsonrpc.client.proxy.InvalidClientException;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Calls back over the connection of the caller, by an interface.
 */
class TypedCallerArgumentResolverTests {

	private static RunningApplication application;

	@BeforeAll
	static void start() {
		application = RunningApplication.start(Application.class, "jsonrpc.server.path=/rpc");
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	private static JsonRpcClient caller(String name) {
		JsonRpcCodec codec = application.context().getBean(JsonRpcCodec.class);
		JsonRpcServer own = JsonRpcServer.builder(codec).build();
		own.methods().add(RpcFunction.named("caller.name").callReactive(() -> Mono.just(name)));
		URI url = URI.create(
				"ws://localhost:" + application.context().getEnvironment().getProperty("local.server.port") + "/rpc");
		return JsonRpcClient
			.builder(WebSocketTransport.builder(url, codec).handler(new ServerMessageHandler(own)).build(), codec)
			.build();
	}

	@Test
	void callsBackEachCallerByItsOwnConnection() {
		try (JsonRpcClient ann = caller("Ann"); JsonRpcClient bob = caller("Bob")) {
			assertThat(ann.method("greet").block(String.class)).isEqualTo("Hello Ann");
			assertThat(bob.method("greet").block(String.class)).isEqualTo("Hello Bob");
			assertThat(ann.method("greetLater").block(String.class)).isEqualTo("Hello Ann");
			assertThat(ann.method("greetIfPossible").block(String.class)).isEqualTo("Hello Ann");
		}
	}

	@Test
	void hasNoCallerOverHttp() {
		assertThat(application.call("/rpc", "greetIfPossible", "[]")).isEqualTo("\"result\":\"Hello stranger\"");
		assertThat(application.call("/rpc", "greet", "[]")).contains("-32600", "takes a WebSocket connection");
	}

	@Test
	void callsBackByClientWithoutInterface() {
		try (JsonRpcClient ann = caller("Ann")) {
			assertThat(ann.method("greetByClient").block(String.class)).isEqualTo("Hello Ann");
			assertThat(ann.method("greetByClientIfPossible").block(String.class)).isEqualTo("Hello Ann");
		}
		assertThat(application.call("/rpc", "greetByClientIfPossible", "[]"))
			.isEqualTo("\"result\":\"Hello stranger\"");
		assertThat(application.call("/rpc", "greetByClient", "[]")).contains("-32600", "takes a WebSocket connection");
	}

	@Test
	void refusesInterfaceThatCanNotBeCalledAtTheStart() {
		assertThatExceptionOfType(InvalidClientException.class)
			.isThrownBy(() -> RunningApplication.start(Broken.class, "logging.level.root=off").close())
			.withMessageContaining("both call the JSON-RPC method 'name'");
	}

	@RpcClient(prefix = "caller")
	interface Caller {

		String name();

	}

	@RpcClient
	interface BrokenCaller {

		String name();

		String name(long id);

	}

	static class Greetings {

		@RpcMethod
		String greet(Caller caller) {
			return "Hello " + caller.name();
		}

		@RpcMethod
		Mono<String> greetLater(LaterCaller caller) {
			return caller.name().map((name) -> "Hello " + name);
		}

		@RpcMethod
		String greetIfPossible(Optional<Caller> caller) {
			return "Hello " + caller.map(Caller::name).orElse("stranger");
		}

	}

	static class ClientGreetings {

		@RpcMethod
		Mono<String> greetByClient(JsonRpcClient caller) {
			return caller.method("caller.name").retrieve(String.class).map((name) -> "Hello " + name);
		}

		@RpcMethod
		Mono<String> greetByClientIfPossible(@Nullable JsonRpcClient caller) {
			return (caller != null) ? greetByClient(caller) : Mono.just("Hello stranger");
		}

	}

	@RpcClient(prefix = "caller")
	interface LaterCaller {

		Mono<String> name();

	}

	static class BrokenGreetings {

		@RpcMethod
		String greet(BrokenCaller caller) {
			return caller.name();
		}

	}

	@WebApplication
	@ImportAutoConfiguration(JsonRpcClientProxyAutoConfiguration.class)
	@Import({ Greetings.class, ClientGreetings.class })
	static class Application {

	}

	@WebApplication
	@ImportAutoConfiguration(JsonRpcClientProxyAutoConfiguration.class)
	@Import(BrokenGreetings.class)
	static class Broken {

	}

}
