package io.github.springjsonrpc.connection;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.springjsonrpc.RawWebSocket;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;

import static io.github.springjsonrpc.connection.JsonRpcConnectionTests.request;
import static io.github.springjsonrpc.connection.JsonRpcConnectionTests.result;
import static io.github.springjsonrpc.connection.WebSocketPair.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What code of others throws is nobody else's business.
 */
class IsolationTests {

	private static final String CALL = "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"id\":%d}";

	/**
	 * Make a source whose cancellation throws, as that of a socket does which Netty has
	 * forgotten.
	 */
	private static <T> Flux<T> withCancelThatThrows(Flux<T> source) {
		return Flux.from((target) -> source.subscribe(new CoreSubscriber<T>() {

			@Override
			public void onSubscribe(Subscription subscription) {
				target.onSubscribe(new Subscription() {

					@Override
					public void request(long n) {
						subscription.request(n);
					}

					@Override
					public void cancel() {
						subscription.cancel();
						throw new IllegalStateException("channel not registered to an event loop");
					}

				});
			}

			@Override
			public void onNext(T item) {
				target.onNext(item);
			}

			@Override
			public void onError(Throwable exception) {
				target.onError(exception);
			}

			@Override
			public void onComplete() {
				target.onComplete();
			}

		}));
	}

	@SuppressWarnings("unchecked")
	private static WebSocketSession forgotten(WebSocketSession session) {
		return (WebSocketSession) Proxy.newProxyInstance(IsolationTests.class.getClassLoader(),
				new Class<?>[] { WebSocketSession.class }, (proxy, method, arguments) -> {
					Object result = method.invoke(session, arguments);
					return method.getName().equals("receive") ? withCancelThatThrows((Flux<Object>) result) : result;
				});
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void endsConnectionOfSocketThatNettyHasForgotten(boolean reset) {
		AtomicInteger cancelled = new AtomicInteger();
		Echo never = (request, connection) -> Mono.<JsonRpcResponse>never().doOnCancel(cancelled::incrementAndGet);
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, never,
				IsolationTests::forgotten)) {
			RawWebSocket client = server.connect().text(CALL.formatted("never", 1));
			await().atMost(TIMEOUT).until(() -> server.last() != null && !server.connections.get(0).isEmpty());
			if (reset) {
				client.reset();
			}
			else {
				client.close();
			}
			server.awaitEnds(1);
			assertThat(cancelled).hasValue(1);
		}
	}

	@Test
	void failsAllCallsThatWaitWhateverOneOfTheirCallersThrows() {
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, Echo.PARAMS)) {
			RawWebSocket client = server.connect();
			await().atMost(TIMEOUT).until(() -> server.last() != null);
			List<Throwable> failures = new CopyOnWriteArrayList<>();
			for (int i = 0; i < 20; i++) {
				server.connections.get(0).call(request("back")).subscribe(null, (ex) -> {
					failures.add(ex);
					throw new AssertionError("caller");
				});
			}
			client.close();
			server.awaitEnds(1);
			assertThat(failures).hasSize(20).allMatch(ConnectionClosedException.class::isInstance);
		}
	}

	@Test
	void keepsConnectionWhoseCallerThrowsWhenItGetsItsAnswer() {
		try (WebSocketPair pair = WebSocketPair.of(Echo.PARAMS, Echo.PARAMS)) {
			AtomicInteger answers = new AtomicInteger();
			pair.client().call(request("echo", 1)).subscribe((answer) -> {
				answers.incrementAndGet();
				throw new IllegalStateException("caller");
			}, (ex) -> {
				throw new AssertionError("caller again");
			});
			assertThat(result(pair.client().call(request("echo", 2)))).isEqualTo("[2]");
			assertThat(answers).hasValue(1);
			assertThat(pair.client().isOpen()).isTrue();
		}
	}

	@Test
	void answersCancelledCallWhoseSourceThrows() {
		Echo handler = (request, connection) -> withCancelThatThrows(Flux.<JsonRpcResponse>never()).next();
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, handler);
				RawWebSocket client = server.connect()) {
			client.text(CALL.formatted("never", 1));
			client.text("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":{\"id\":1}}"
				.formatted(ConnectionSettings.DEFAULTS.cancelMethod()));
			assertThat(client.next()).contains("\"error\"").endsWith("\"id\":1}");
		}
	}

	@Test
	void endsConnectionWhoseCallsAndSubscriptionsThrowWhenTheyAreCancelled() {
		AtomicInteger running = new AtomicInteger();
		Flux<Object> endless = withCancelThatThrows(Flux.never().doOnSubscribe((source) -> running.incrementAndGet()));
		Echo handler = (request, connection) -> switch (request.method()) {
			case "subscribe" -> Mono.fromSupplier(() -> JsonRpcResponse.success(request.id(),
					connection.subscriptions().open(request, new Publication(endless, "item"))));
			default -> endless.next().map((item) -> JsonRpcResponse.success(request.id(), item));
		};
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, handler)) {
			RawWebSocket client = server.connect();
			for (int i = 0; i < 10; i++) {
				client.text(CALL.formatted((i % 2 == 0) ? "subscribe" : "never", i));
			}
			await().atMost(TIMEOUT).until(() -> running.get() == 10);
			client.close();
			server.awaitEnds(1);
		}
	}

	/**
	 * A listener whose subscriber throws what Reactor takes for the end of the JVM.
	 */
	private static ConnectionListener fatalSubscriber() {
		return new ConnectionListener() {

			@Override
			public void connected(JsonRpcConnection connection) {
				connection.closed().subscribe((status) -> {
					throw new NoClassDefFoundError("subscriber");
				});
			}

		};
	}

	@Test
	void drainsAllConnectionsWhateverThoseWhoWaitForTheirEndThrow() {
		JsonRpcConnectionRegistry registry = new JsonRpcConnectionRegistry();
		AtomicInteger ended = new AtomicInteger();
		JsonRpcWebSocketHandler handler = new JsonRpcWebSocketHandler(WebSocketPair.CODEC, ConnectionSettings.DEFAULTS,
				Echo.PARAMS, registry, List.of(fatalSubscriber()));
		DisposableServer server = WebSocketPair
			.listen((session) -> handler.handle(session).doFinally((signal) -> ended.incrementAndGet()));
		try {
			List<RawWebSocket> clients = IntStream.range(0, 3)
				.mapToObj((i) -> RawWebSocket.connect(server.port(), "/"))
				.toList();
			await().atMost(TIMEOUT).until(() -> registry.all().size() == 3);
			registry.drain(CloseStatus.GOING_AWAY, TIMEOUT).block(TIMEOUT);
			assertThat(clients).allMatch((client) -> client.last().equals("close 1001"));
			await().atMost(TIMEOUT).until(() -> ended.get() == 3);
			assertThat(registry.all()).isEmpty();
		}
		finally {
			server.disposeNow();
		}
	}

	@Test
	void endsConnectionWhoseHandlerThrowsOverCancelledCalls() {
		MessageHandler handler = (message, connection) -> connection
			.track((JsonRpcRequest) message, Mono.<JsonRpcResponse>never())
			.doOnNext((answer) -> {
				throw new StackOverflowError("handler");
			})
			.cast(JsonRpcMessage.class);
		try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, handler)) {
			RawWebSocket client = server.connect();
			for (int i = 0; i < 5; i++) {
				client.text(CALL.formatted("never", i));
			}
			await().atMost(TIMEOUT).until(() -> server.last() != null && !server.connections.get(0).isEmpty());
			client.close();
			server.awaitEnds(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "send", "close" })
	void endsConnectionOfSessionThatThrows(String method) {
		for (Throwable failure : List.of(new IllegalStateException(method), new StackOverflowError(method))) {
			try (WebSocketServer server = new WebSocketServer(ConnectionSettings.DEFAULTS, Echo.PARAMS,
					(session) -> throwing(session, method, failure)); RawWebSocket client = server.connect()) {
				client.text("{\"jsonrpc\":\"2.0\",\"method\":\"echo\",\"params\":[1],\"id\":1}");
				await().atMost(TIMEOUT).until(() -> server.last() != null);
				if (method.equals("close")) {
					server.connections.get(0).close(CloseStatus.GOING_AWAY);
				}
				server.awaitEnds(1);
			}
		}
	}

	private static WebSocketSession throwing(WebSocketSession session, String throwingMethod, Throwable failure) {
		return (WebSocketSession) Proxy.newProxyInstance(IsolationTests.class.getClassLoader(),
				new Class<?>[] { WebSocketSession.class }, (proxy, method, arguments) -> {
					if (method.getName().equals(throwingMethod)) {
						throw failure;
					}
					return method.invoke(session, arguments);
				});
	}

}
