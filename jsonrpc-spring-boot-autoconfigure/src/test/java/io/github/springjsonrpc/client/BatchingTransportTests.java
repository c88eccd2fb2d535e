package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BatchingTransportTests {

	private static final Duration TIMEOUT = TestServer.TIMEOUT;

	private static final Duration LONG = Duration.ofMinutes(1);

	private final List<String> bodies = new CopyOnWriteArrayList<>();

	private JsonRpcClient client(HostileServer server, Duration window, int maxSize) {
		return JsonRpcClient
			.builder(WebClientTransport.builder(WebClient.builder(), server.url("http"), TestServer.CODEC)
				.batching(new AutoBatching(window, maxSize))
				.build(), TestServer.CODEC)
			.build();
	}

	private HostileServer server(String answer) {
		return HostileServer.answering(200, (body) -> {
			this.bodies.add(body);
			return answer;
		});
	}

	private static String result(Object id) {
		return "{\"jsonrpc\":\"2.0\",\"result\":\"" + id + "\",\"id\":" + id + "}";
	}

	@Test
	void sendsCallsTogetherAndCompletesEachOnItsOwn() {
		try (HostileServer server = server("[" + result(2) + ",{\"jsonrpc\":\"2.0\",\"error\":"
				+ "{\"code\":7,\"message\":\"No\"},\"id\":1}," + result(3) + "]")) {
			JsonRpcClient client = client(server, LONG, 3);
			Mono<String> first = client.method("a").retrieve(String.class).cache();
			first.subscribe((result) -> {
			}, (ex) -> {
			});
			assertThat(Flux.merge(client.method("b").retrieve(String.class), client.method("c").retrieve(String.class))
				.collectList()
				.block(TIMEOUT)).containsExactlyInAnyOrder("2", "3");
			assertThatExceptionOfType(JsonRpcException.class).isThrownBy(() -> first.block(TIMEOUT))
				.satisfies((ex) -> assertThat(ex.code()).isEqualTo(7));
			assertThat(this.bodies).singleElement().asString().startsWith("[{").contains("\"a\"", "\"b\"", "\"c\"");
		}
	}

	@Test
	void sendsSingleCallByItselfWhenTheWindowCloses() {
		try (HostileServer server = server(result(1))) {
			assertThat(client(server, Duration.ofMillis(20), 3).method("a").block(String.class)).isEqualTo("1");
			assertThat(this.bodies).singleElement().asString().startsWith("{");
		}
	}

	@Test
	void keepsCallsWithDifferentHeadersApart() {
		try (HostileServer server = HostileServer.answering((body, request, response) -> {
			this.bodies.add(request.requestHeaders().get("X-Tenant") + body);
			return response.sendString(Mono.just(body.contains("\"id\":1}") ? result(1) : result(2))).then();
		})) {
			JsonRpcClient client = client(server, Duration.ofMillis(50), 10);
			assertThat(Flux
				.merge(client.method("a").header("X-Tenant", "acme").retrieve(String.class),
						client.method("b").header("X-Tenant", "umbrella").retrieve(String.class))
				.collectList()
				.block(TIMEOUT)).containsExactlyInAnyOrder("1", "2");
			assertThat(this.bodies).hasSize(2)
				.anySatisfy((body) -> assertThat(body).startsWith("acme{"))
				.anySatisfy((body) -> assertThat(body).startsWith("umbrella{"));
		}
	}

	@Test
	void leavesCancelledCallsOut() {
		try (HostileServer server = server(result(2))) {
			JsonRpcClient client = client(server, Duration.ofMillis(100), 10);
			client.method("a").retrieve(String.class).subscribe().dispose();
			assertThat(client.method("b").block(String.class)).isEqualTo("2");
			assertThat(this.bodies).singleElement().asString().startsWith("{").contains("\"b\"");
		}
	}

	@Test
	void failsCallsThatAreNotAnswered() {
		try (HostileServer server = server("[" + result(1) + "]")) {
			JsonRpcClient client = client(server, LONG, 2);
			Mono<String> first = client.method("a").retrieve(String.class).cache();
			first.subscribe();
			StepVerifier.create(client.method("b").retrieve(String.class))
				.expectError(EmptyResponseException.class)
				.verify(TIMEOUT);
			assertThat(first.block(TIMEOUT)).isEqualTo("1");
		}
	}

	@Test
	void failsAllCallsOfBatchThatIsRefused() {
		try (HostileServer server = server(
				"{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,\"message\":\"No batches\"},\"id\":null}")) {
			JsonRpcClient client = client(server, LONG, 2);
			StepVerifier.create(Flux.merge(outcome(client.method("a")), outcome(client.method("b"))).distinct())
				.expectNext(InvalidRequestException.class)
				.expectComplete()
				.verify(TIMEOUT);
		}
		try (HostileServer server = HostileServer.sending("", true)) {
			JsonRpcClient client = client(server, LONG, 2);
			StepVerifier.create(Flux.merge(outcome(client.method("a")), outcome(client.method("b"))).distinct())
				.expectNext(TransportException.class)
				.expectComplete()
				.verify(TIMEOUT);
		}
	}

	private static Mono<Class<?>> outcome(JsonRpcClient.CallSpec call) {
		return call.retrieve(String.class)
			.<Class<?>>map(Object::getClass)
			.onErrorResume((ex) -> Mono.just(ex.getClass()));
	}

	@Test
	void putsNoTwoCallsWithOneIdTogether() {
		try (HostileServer server = server(result(1))) {
			JsonRpcClient client = client(server, Duration.ofMillis(100), 10);
			JsonRpcRequest request = client.method("a").toRequest();
			assertThat(Flux.merge(client.exchange(request), client.exchange(request))
				.map(JsonRpcResponse::result)
				.collectList()
				.block(TIMEOUT)).hasSize(2);
			assertThat(this.bodies).hasSize(2).allSatisfy((body) -> assertThat(body).startsWith("{"));
		}
	}

}
