package io.github.springjsonrpc.sample.prices;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.ConnectionSettings;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.connection.JsonRpcWebSocketHandler;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The feed, and the method that calls its caller back.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PricesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	@Autowired
	private JsonRpcCodec codec;

	@LocalServerPort
	private int port;

	private Disposable socket = () -> {
	};

	@AfterEach
	void disconnect() {
		this.socket.dispose();
	}

	@Test
	void sendsThePricesOfTheSymbolsThatAreAskedFor() {
		JsonRpcRequest subscribe = request("prices_subscribe", "changes", "ACME", "STARK");
		StepVerifier.create(connect(true).subscribe(subscribe, "prices_unsubscribe").take(4).map(Object::toString))
			.assertNext((price) -> assertThat(price).startsWith("{\"symbol\":\"ACME\",\"price\":"))
			.assertNext((price) -> assertThat(price).startsWith("{\"symbol\":\"STARK\",\"price\":"))
			.assertNext((price) -> assertThat(price).containsAnyOf("ACME", "STARK"))
			.assertNext((price) -> assertThat(price).containsAnyOf("ACME", "STARK"))
			.expectComplete()
			.verify(TIMEOUT);
	}

	@ParameterizedTest
	@CsvSource({ "true, 'ACME', ", "false, ACME, 412", "true, NOPE, 404" })
	void buysIfTheCallerAgrees(boolean agrees, String symbol, Integer code) {
		JsonRpcResponse response = connect(agrees).call(request("prices.buy", symbol, 3)).block(TIMEOUT);
		assertThat(response).isNotNull();
		if (code == null) {
			assertThat(String.valueOf(response.result())).startsWith("{\"symbol\":\"ACME\",\"quantity\":3,\"price\":");
		}
		else {
			assertThat(response.error()).isNotNull();
			assertThat(response.error().code()).isEqualTo(code);
		}
	}

	private static JsonRpcRequest request(String method, Object... params) {
		return JsonRpcRequest.request(JsonRpcId.of(1), method, JsonRpcParams.positional(params));
	}

	private JsonRpcConnection connect(boolean agrees) {
		Sinks.One<JsonRpcConnection> connected = Sinks.one();
		ConnectionListener listener = new ConnectionListener() {

			@Override
			public void connected(JsonRpcConnection connection) {
				connected.tryEmitValue(connection);
			}

		};
		JsonRpcWebSocketHandler handler = new JsonRpcWebSocketHandler(this.codec, ConnectionSettings.DEFAULTS,
				(message, connection) -> Mono.just(JsonRpcResponse.success(((JsonRpcRequest) message).id(), agrees)),
				new JsonRpcConnectionRegistry(), List.of(listener));
		this.socket = new ReactorNettyWebSocketClient()
			.execute(URI.create("ws://localhost:" + this.port + "/rpc"), handler)
			.subscribe();
		JsonRpcConnection connection = connected.asMono().block(TIMEOUT);
		assertThat(connection).isNotNull();
		return connection;
	}

}
