package io.github.springjsonrpc.peer;

import java.time.Duration;

import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.TestServer;
import io.github.springjsonrpc.client.WebSocketTransport;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcFunction;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls back over the connection of the caller.
 */
class CallerArgumentResolverTests {

	@Test
	void callsBackOverTheConnectionOfTheCaller() {
		JsonRpcServer own = JsonRpcServer.builder(TestServer.CODEC).build();
		own.methods().add(RpcFunction.named("double").param("n", int.class).callReactive((n) -> Mono.just(2 * n)));
		try (TestServer server = TestServer.start();
				JsonRpcClient client = JsonRpcClient
					.builder(WebSocketTransport.builder(server.url("ws"), TestServer.CODEC)
						.handler(new ServerMessageHandler(own))
						.build(), TestServer.CODEC)
					.build()) {
			server.server()
				.methods()
				.add(RpcFunction.named("ask-back")
					.callRequestReactive((request) -> CallerArgumentResolver.caller(request)
						.method("double")
						.params(21)
						.retrieve(Integer.class)));
			assertThat(Flux.range(0, 20)
				.flatMap((i) -> client.method("ask-back").retrieve(Integer.class))
				.collectList()
				.block(Duration.ofSeconds(30))).hasSize(20).allMatch((answer) -> answer == 42);
		}
	}

	@Test
	void hasNoCallerOverHttp() {
		try (TestServer server = TestServer.start(); JsonRpcClient client = server.client()) {
			server.server()
				.methods()
				.add(RpcFunction.named("caller")
					.callRequestReactive((request) -> Mono.just(CallerArgumentResolver.caller(request) == null)));
			assertThat(client.method("caller").block(Boolean.class)).isTrue();
		}
	}

}
