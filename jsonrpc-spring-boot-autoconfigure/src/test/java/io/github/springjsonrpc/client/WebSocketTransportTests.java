package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.springjsonrpc.connection.ConnectionSettings;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.MessageHandler;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.socket.CloseStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class WebSocketTransportTests {

	private static final Duration TIMEOUT = TestServer.TIMEOUT;

	private static final ReconnectPolicy SOON = new ReconnectPolicy(Duration.ofMillis(20), Duration.ofMillis(100), 0.5);

	private final Recorder events = new Recorder();

	private TestServer server;

	private @Nullable JsonRpcClient client;

	@BeforeEach
	void start() {
		this.server = TestServer.start();
	}

	@AfterEach
	void stop() {
		if (this.client != null) {
			this.client.close();
		}
		this.server.close();
	}

	private WebSocketTransportBuilder transport() {
		return WebSocketTransport.builder(this.server.url("ws"), TestServer.CODEC).listener(this.events);
	}

	private JsonRpcClient client(WebSocketTransportBuilder transport) {
		this.client = JsonRpcClient.builder(transport.build(), TestServer.CODEC).build();
		return this.client;
	}

	@Test
	void connectsOnceForAllWhenFirstUsed() {
		JsonRpcClient client = client(transport());
		assertThat(this.events.connected).isEmpty();
		Flux.range(0, 20).flatMap((i) -> client.method("echo").params(i).retrieve(Integer.class)).blockLast(TIMEOUT);
		assertThat(this.events.connected).hasSize(1);
	}

	@Test
	void failsWithoutHavingSentIfThereIsNoServer() {
		JsonRpcClient client = client(transport());
		this.server.close();
		assertThatExceptionOfType(TransportException.class).isThrownBy(() -> client.method("echo").block(String.class))
			.withMessageContaining("Could not connect to ws://localhost:")
			.satisfies((ex) -> assertThat(ex.mayHaveRun()).isFalse())
			.satisfies((ex) -> assertThat(ex.call().method()).isEqualTo("echo"));
	}

	@Test
	void failsPendingCallsAtOnceWhenConnectionIsLostAndConnectsForTheNextOne() {
		JsonRpcClient client = client(transport());
		Mono<String> pending = client.method("never").retrieve(String.class).cache();
		pending.subscribe((result) -> {
		}, (ex) -> {
		});
		JsonRpcConnection connection = this.events.next();
		await().atMost(TIMEOUT).until(() -> !this.server.webSocket().connections().all().isEmpty());
		this.server.webSocket().connections().all().forEach((peer) -> peer.close(CloseStatus.GOING_AWAY));
		assertThatExceptionOfType(TransportException.class).isThrownBy(() -> pending.block(TIMEOUT))
			.satisfies((ex) -> assertThat(ex.mayHaveRun()).isTrue())
			.withMessageContaining("1001");
		assertThat(client.method("add").params(1, 2).block(int.class)).isEqualTo(3);
		assertThat(this.events.next()).isNotSameAs(connection);
	}

	@Test
	void connectsAnewForCallMadeFromFailureOfPendingOne() {
		JsonRpcClient client = client(transport());
		Mono<Integer> retried = client.method("never")
			.retrieve(Integer.class)
			.onErrorResume(TransportException.class, (ex) -> client.method("add").params(1, 2).retrieve(Integer.class))
			.cache();
		retried.subscribe();
		this.events.next();
		await().atMost(TIMEOUT).until(() -> !this.server.webSocket().connections().all().isEmpty());
		this.server.webSocket().connections().all().forEach((peer) -> peer.close(CloseStatus.GOING_AWAY));
		assertThat(retried.block(TIMEOUT)).isEqualTo(3);
	}

	@Test
	void failsCallsWhenClosed() {
		JsonRpcClient client = client(transport());
		Mono<String> pending = client.method("never").retrieve(String.class).cache();
		pending.subscribe((result) -> {
		}, (ex) -> {
		});
		this.events.next();
		client.close();
		assertThatExceptionOfType(TransportException.class).isThrownBy(() -> pending.block(TIMEOUT));
		assertThatExceptionOfType(TransportException.class).isThrownBy(() -> client.method("echo").block(String.class))
			.withMessageContaining("closed");
		await().atMost(TIMEOUT).until(() -> this.server.webSocket().connections().all().isEmpty());
	}

	@Test
	void failsCallsThatWaitForConnectionWhenClosed() throws Exception {
		try (HostileServer silent = HostileServer.accepting((connection) -> {
		})) {
			JsonRpcClient client = client(WebSocketTransport.builder(silent.url("ws"), TestServer.CODEC));
			Mono<String> waiting = client.method("echo").retrieve(String.class).cache();
			waiting.subscribe((result) -> {
			}, (ex) -> {
			});
			silent.awaitConnection();
			client.close();
			assertThatExceptionOfType(TransportException.class).isThrownBy(() -> waiting.block(TIMEOUT))
				.withMessageContaining("closed");
		}
	}

	@Test
	void givesUpHandshakeThatTakesTooLong() throws Exception {
		try (HostileServer silent = HostileServer.accepting((connection) -> {
		})) {
			JsonRpcClient client = client(WebSocketTransport.builder(silent.url("ws"), TestServer.CODEC)
				.connectTimeout(Duration.ofMillis(100)));
			assertThatExceptionOfType(TransportException.class)
				.isThrownBy(() -> client.method("echo").block(String.class))
				.withMessageContaining("no handshake within PT0.1S");
		}
	}

	@Test
	void sendsHeadersAndSubProtocolsWithHandshake() {
		JsonRpcClient client = client(transport().header("X-Test", "handshake").subProtocol("other", "jsonrpc"));
		assertThat(client.method("headers").block(String.class)).isEqualTo("handshake");
		assertThat(this.events.next().session().getHandshakeInfo().getSubProtocol()).isEqualTo("jsonrpc");
	}

	@Test
	void endsConnectionOverTooLargeMessage() {
		JsonRpcClient client = client(transport().maxMessageSize(1000));
		assertThatExceptionOfType(TransportException.class)
			.isThrownBy(() -> client.method("echo").params("x".repeat(2000)).block(String.class));
		assertThat(client.method("echo").params("x").block(String.class)).isEqualTo("x");
	}

	@Test
	void pingsSilentServer() {
		ConnectionSettings defaults = ConnectionSettings.DEFAULTS;
		ConnectionSettings impatient = new ConnectionSettings(defaults.maxInFlight(), defaults.maxWaitingBytes(),
				defaults.maxMessageSize(), defaults.maxOutboundBytes(), defaults.maxBatchSize(),
				defaults.maxSubscriptions(), defaults.subscriptionBuffer(), Duration.ofMillis(50),
				Duration.ofSeconds(20), defaults.writeTimeout(), defaults.cancelMethod());
		JsonRpcClient client = client(transport().settings(impatient));
		StepVerifier.create(client.method("never").timeout(Duration.ofMillis(500)).retrieve(String.class))
			.expectError(RequestTimeoutException.class)
			.verify(TIMEOUT);
		assertThat(client.method("echo").params("still here").block(String.class)).isEqualTo("still here");
		assertThat(this.events.connected).hasSize(1);
	}

	@Test
	void refusesCallsOfServerUnlessToldWhatAnswersThem() {
		assertThat(client(transport()).method("call-back").block(Integer.class)).isEqualTo(-32601);
	}

	@Test
	void answersCallsOfServer() {
		MessageHandler handler = (message, connection) -> Mono
			.just(JsonRpcResponse.success(((JsonRpcRequest) message).id(), "it is me"));
		assertThat(client(transport().handler(handler)).method("call-back").block(String.class)).isEqualTo("it is me");
	}

	@Test
	void tellsOfResponsesThatNobodyWaitsFor() {
		JsonRpcClient client = client(transport());
		client.method("nothing").block(String.class);
		client.method("never").timeout(Duration.ofMillis(100)).retrieve(String.class).onErrorComplete().block(TIMEOUT);
		await().atMost(TIMEOUT).until(() -> !this.events.unmatched.isEmpty());
		assertThat(this.events.unmatched).singleElement()
			.satisfies((response) -> assertThat(response.error().code()).isEqualTo(-32800));
	}

	@Test
	void callsOverExistingConnectionFromEitherSide() {
		JsonRpcClient client = client(transport());
		client.method("echo").params(1).block(Integer.class);
		JsonRpcClient second = JsonRpcClient.builder(JsonRpcTransport.over(this.events.next()), TestServer.CODEC)
			.idGenerator(RpcIdGenerator.prefixed("second-"))
			.build();
		assertThat(second.method("add").params(1, 2).block(int.class)).isEqualTo(3);
		second.close();
		assertThat(client.method("add").params(1, 2).block(int.class)).isEqualTo(3);
		assertThat(this.events.connected).hasSize(1);
	}

	// subscriptions

	@Test
	void receivesItemsUntilCancelled() {
		JsonRpcClient client = client(transport());
		StepVerifier.create(client.method("ticks").subscribe(Integer.class, "stop"))
			.then(() -> emitWhenSubscribed(1, 2))
			.expectNext(1, 2)
			.thenCancel()
			.verify(TIMEOUT);
		await().atMost(TIMEOUT).until(() -> this.server.stopped.size() == 1);
	}

	private void emitWhenSubscribed(int... ticks) {
		await().atMost(TIMEOUT).until(() -> this.server.ticks.currentSubscriberCount() > 0);
		for (int tick : ticks) {
			this.server.ticks.tryEmitNext(tick).orThrow();
		}
	}

	@Test
	void mapsErrorThatRefusesSubscription() {
		assertThatExceptionOfType(JsonRpcException.class).isThrownBy(
				() -> client(transport()).method("unsubscribable").subscribe(Integer.class, "stop").blockLast(TIMEOUT))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(7))
			.satisfies((ex) -> assertThat(ex.call().method()).isEqualTo("unsubscribable"));
	}

	@Test
	void failsIfSubscriptionIsNotAccepted() {
		assertThatExceptionOfType(RequestTimeoutException.class).isThrownBy(() -> client(transport()).method("never")
			.timeout(Duration.ofMillis(50))
			.subscribe(Integer.class, "stop")
			.blockLast(TIMEOUT));
	}

	@Test
	void endsSubscriptionWithoutGapListenerWhenConnectionIsLost() {
		JsonRpcClient client = client(transport().reconnect(SOON));
		StepVerifier.create(client.method("ticks").subscribe(Integer.class, "stop"))
			.then(() -> emitWhenSubscribed(1))
			.expectNext(1)
			.then(() -> this.server.webSocket()
				.connections()
				.all()
				.forEach((peer) -> peer.close(CloseStatus.GOING_AWAY)))
			.expectError(TransportException.class)
			.verify(TIMEOUT);
	}

	@Test
	void reconnectsAndResumesSubscriptionsAfterRestartOfServer() throws Exception {
		JsonRpcClient client = client(transport().reconnect(SOON));
		List<SubscriptionGap> gaps = new CopyOnWriteArrayList<>();
		BlockingQueue<Integer> items = new LinkedBlockingQueue<>();
		client.method("ticks").onGap(gaps::add).subscribe(Integer.class, "stop").subscribe(items::add, (ex) -> {
			// the client is closed at the end
		});
		emitWhenSubscribed(1);
		assertThat(items.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(1);
		Mono<String> pending = client.method("never").retrieve(String.class).cache();
		pending.subscribe((result) -> {
		}, (ex) -> {
		});

		int port = this.server.port();
		this.server.close();
		assertThatExceptionOfType(TransportException.class).isThrownBy(() -> pending.block(TIMEOUT));
		await().atMost(TIMEOUT).until(() -> this.events.attempts.size() >= 3);
		assertThat(this.events.attempts).startsWith(1, 2, 3);
		assertThat(gaps).isEmpty();

		this.server = new TestServer(port);
		emitWhenSubscribed(2);
		assertThat(items.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isEqualTo(2);
		assertThat(gaps).singleElement().satisfies((gap) -> {
			assertThat(gap.duration()).isPositive();
			assertThat(gap.cause()).isInstanceOf(TransportException.class);
		});
		assertThat(client.method("add").params(1, 2).block(int.class)).isEqualTo(3);
		assertThat(this.events.connected).hasSize(2);
	}

	@Test
	void tellsOfItemsThatTheServerDropped() {
		String item = "{\"jsonrpc\":\"2.0\",\"method\":\"tick\",\"params\":{\"subscription\":\"s\",\"result\":%s%s}}";
		List<Object> seen = new CopyOnWriteArrayList<>();
		try (HostileServer server = HostileServer
			.talking((call) -> Flux.just("{\"jsonrpc\":\"2.0\",\"result\":\"s\",\"id\":1}", item.formatted(1, ""),
					item.formatted(2, ",\"dropped\":3"), item.formatted(3, ",\"dropped\":\"many\"")))) {
			client(WebSocketTransport.builder(server.url("ws"), TestServer.CODEC)).method("ticks")
				.onGap(seen::add)
				.subscribe(Integer.class, "stop")
				.take(3)
				.doOnNext(seen::add)
				.blockLast(TIMEOUT);
		}
		assertThat(seen).containsExactly(1, SubscriptionGap.dropped(3), 2, 3);
	}

	@Test
	void tellsStateOfConnection() {
		JsonRpcClient client = client(transport());
		client.method("nothing").block(String.class);
		client.close();
		await().atMost(TIMEOUT).until(() -> this.events.disconnected.size() == 1);
		assertThat(this.events.disconnected.get(0)).isEqualTo(CloseStatus.NORMAL);
		assertThat(this.events.attempts).isEmpty();
	}

	@Test
	void backsOffFurtherWithEachAttempt() {
		ReconnectPolicy policy = new ReconnectPolicy(Duration.ofMillis(100), Duration.ofSeconds(1), 0.5);
		for (int i = 0; i < 100; i++) {
			assertThat(policy.delay(0)).isBetween(Duration.ofMillis(50), Duration.ofMillis(150));
			assertThat(policy.delay(2)).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
			assertThat(policy.delay(1000)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
		}
	}

	/**
	 * What a listener was told.
	 */
	static final class Recorder implements ClientConnectionListener {

		final List<JsonRpcConnection> connected = new CopyOnWriteArrayList<>();

		final BlockingQueue<JsonRpcConnection> queue = new LinkedBlockingQueue<>();

		final List<CloseStatus> disconnected = new CopyOnWriteArrayList<>();

		final List<JsonRpcResponse> unmatched = new CopyOnWriteArrayList<>();

		final List<Integer> attempts = new CopyOnWriteArrayList<>();

		JsonRpcConnection next() {
			try {
				return this.queue.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}

		@Override
		public void connected(JsonRpcConnection connection) {
			this.connected.add(connection);
			this.queue.add(connection);
		}

		@Override
		public void disconnected(JsonRpcConnection connection, CloseStatus status) {
			this.disconnected.add(status);
		}

		@Override
		public void unmatched(JsonRpcConnection connection, JsonRpcResponse response) {
			this.unmatched.add(response);
		}

		@Override
		public void reconnecting(int attempt, Duration delay, @Nullable Throwable failure) {
			this.attempts.add(attempt);
		}

	}

}
