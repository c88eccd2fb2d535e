package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is left of many calls: nothing.
 */
class ClientLoadTests {

	private static final Duration LONG = Duration.ofMinutes(2);

	private TestServer server;

	@BeforeEach
	void start() {
		this.server = TestServer.start();
	}

	@AfterEach
	void stop() {
		this.server.close();
	}

	private static JsonRpcClient client(JsonRpcTransport transport) {
		return JsonRpcClient.builder(transport, TestServer.CODEC).timeout(LONG).build();
	}

	/**
	 * Call, each call with params of its own, and give some of the calls up.
	 */
	private static void call(JsonRpcClient client, int times, int concurrency) {
		Flux.range(0, times).flatMap((i) -> {
			Mono<Integer> call = client.method("echo").params(i).retrieve(Integer.class);
			return (i % 50 == 0) ? call.takeUntilOther(Mono.delay(Duration.ofMillis(i % 4)))
					: call.doOnNext((answer) -> assertThat(answer).isEqualTo(i));
		}, concurrency).then().block(LONG);
	}

	private static void callInBatches(JsonRpcClient client, int times, int size) {
		Flux.range(0, times)
			.flatMap((i) -> client.batch((batch) -> Flux.range(0, size)
				.subscribe((j) -> batch.add(client.method("echo").params(i * size + j)))), 4)
			.doOnNext((result) -> assertThat(result.outcomes()).hasSize(size)
				.allMatch(BatchOutcome.Answered.class::isInstance))
			.blockLast(LONG);
	}

	@Test
	void leavesNoPendingEntryAfter100000CallsOverOneConnection() {
		WebSocketTransportTests.Recorder events = new WebSocketTransportTests.Recorder();
		try (JsonRpcClient client = client(
				WebSocketTransport.builder(this.server.url("ws"), TestServer.CODEC).listener(events).build())) {
			call(client, 5000, 256);
			callInBatches(client, 95, 1000);
			assertThat(events.connected).singleElement()
				.extracting("pending.replies")
				.asInstanceOf(InstanceOfAssertFactories.MAP)
				.isEmpty();
		}
	}

	@Test
	void takesNoConnectionOfPoolAfter6000Calls() {
		List<ConnectionPoolMetrics> pools = new CopyOnWriteArrayList<>();
		ConnectionProvider connections = ConnectionProvider.builder("load")
			.maxConnections(16)
			.pendingAcquireMaxCount(-1)
			.metrics(true, () -> (name, id, address, metrics) -> pools.add(metrics))
			.build();
		WebClient.Builder webClient = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections)));
		try (JsonRpcClient client = client(
				WebClientTransport.builder(webClient, this.server.url("http"), TestServer.CODEC).build())) {
			call(client, 2000, 64);
			callInBatches(client, 4, 1000);
			assertThat(pools).singleElement()
				.satisfies((pool) -> await().atMost(TestServer.TIMEOUT)
					.until(() -> pool.acquiredSize() == 0 && pool.pendingAcquireSize() == 0));
		}
		finally {
			connections.dispose();
		}
	}

}
