package io.github.springjsonrpc.client;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.NodeProgram;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.MethodNotFoundException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Clients of servers that others wrote.
 */
class ForeignServerTests {

	@Test
	void callsJaysonOverHttp() throws Exception {
		try (NodeProgram server = NodeProgram.start("jayson-server.cjs");
				JsonRpcClient client = JsonRpcClient
					.builder(WebClientTransport.builder(WebClient.builder(), url("http", server), TestServer.CODEC)
						.build(), TestServer.CODEC)
					.build()) {
			calls(client);
			assertThat(client.method("nothing").block(String.class)).isNull();
			client.notification("nothing").send().block(TestServer.TIMEOUT);
			BatchResult result = client
				.batch((batch) -> batch.add(client.method("add").params(1, 2))
					.add(client.notification("nothing"))
					.add(client.method("fail")))
				.block(TestServer.TIMEOUT);
			assertThat(result.get(0, Integer.class)).isEqualTo(3);
			assertThat(result.outcomes().get(1)).isInstanceOf(BatchOutcome.Notified.class);
			assertThat(result.outcomes().get(2)).isInstanceOfSatisfying(BatchOutcome.Answered.class,
					(answered) -> assertThat(answered.response().error().code()).isEqualTo(42));
		}
	}

	@Test
	void callsRpcWebSocketsOverWebSocket() throws Exception {
		try (NodeProgram server = NodeProgram.start("rpc-websockets-server.cjs");
				JsonRpcClient client = JsonRpcClient
					.builder(WebSocketTransport.builder(url("ws", server), TestServer.CODEC).build(), TestServer.CODEC)
					.build()) {
			calls(client);
			List<String> results = Flux.range(0, 50)
				.flatMap((i) -> client.method("later").params(List.of()).retrieve(String.class))
				.collectList()
				.block(TestServer.TIMEOUT);
			assertThat(results).hasSize(50).containsOnly("done");
		}
	}

	// the first thing that each of them prints is its port
	private static URI url(String scheme, NodeProgram server) throws Exception {
		return URI.create(scheme + "://127.0.0.1:" + server.line() + "/");
	}

	private static void calls(JsonRpcClient client) {
		assertThat(client.method("add").params(1, 2).block(Integer.class)).isEqualTo(3);
		assertThat(client.method("add").params(Map.of("a", 1, "b", 2)).block(Integer.class)).isEqualTo(3);
		assertThatExceptionOfType(MethodNotFoundException.class)
			.isThrownBy(() -> client.method("missing").params(1).block(String.class));
		assertThatExceptionOfType(JsonRpcException.class)
			.isThrownBy(() -> client.method("fail").params(1).block(String.class))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(42))
			.satisfies((ex) -> assertThat(ex.data(ClientContract.Thing.class)).isEqualTo(new ClientContract.Thing(7)));
	}

}
