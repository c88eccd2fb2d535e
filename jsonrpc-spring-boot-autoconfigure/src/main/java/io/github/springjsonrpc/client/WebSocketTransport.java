package io.github.springjsonrpc.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.web.reactive.socket.CloseStatus;

/**
 * Sends messages over a WebSocket connection, any number of calls at the same time. It is
 * made when it is first needed, by one attempt for all who wait for it, and made anew
 * after it was lost: by the next call, or at once with a {@link ReconnectPolicy}. What
 * waits for an answer when the connection is lost fails at once with a
 * {@link TransportException}.
 */
public final class WebSocketTransport implements JsonRpcTransport {

	private final String endpoint;

	private final SharedConnection shared;

	private final @Nullable Reconnection reconnection;

	private final JsonRpcConnectionRegistry open = new JsonRpcConnectionRegistry();

	// the last one is kept, for those who wait for one and come too late to see it made
	private final Sinks.Many<JsonRpcConnection> connections = Sinks.many().replay().latest();

	private final Sinks.Empty<Void> closing = Sinks.empty();

	private final AtomicBoolean closed = new AtomicBoolean();

	WebSocketTransport(WebSocketTransportBuilder builder) {
		this.endpoint = Endpoint.of(builder.url);
		WebSocketConnector connector = new WebSocketConnector(builder, this.endpoint, this.open, new Lifecycle());
		this.shared = new SharedConnection(Mono.defer(() -> this.closed.get() ? Mono.error(closedException())
				: connector.connect().takeUntilOther(untilClosed())));
		this.reconnection = (builder.reconnect != null)
				? new Reconnection(builder.reconnect, connection(), builder.listeners) : null;
	}

	/**
	 * Return a builder.
	 * @param url where to connect to, {@code ws} or {@code wss}
	 * @param codec writes and reads the messages
	 * @return a new builder
	 */
	public static WebSocketTransportBuilder builder(URI url, JsonRpcCodec codec) {
		return new WebSocketTransportBuilder(url, codec);
	}

	@Override
	public String endpoint() {
		return this.endpoint;
	}

	/**
	 * Return the connection, and make one if there is none.
	 * @return the connection
	 */
	public Mono<JsonRpcConnection> connection() {
		return this.shared.get();
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		return Mono.defer(() -> {
			JsonRpcConnection open = this.shared.open();
			return (open != null) ? open.call(request) : connection().flatMap((connection) -> connection.call(request));
		}).onErrorMap(ConnectionFailure::of);
	}

	@Override
	public Flux<JsonRpcResponse> call(JsonRpcBatch batch) {
		return connection().flatMapMany((connection) -> connection.call(batch)).onErrorMap(ConnectionFailure::of);
	}

	@Override
	public Mono<Void> send(JsonRpcRequest notification) {
		return connection().flatMap((connection) -> connection.send(notification)).onErrorMap(ConnectionFailure::of);
	}

	@Override
	public Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe) {
		OpeningSubscription subscription = new OpeningSubscription(request, unsubscribe);
		if (CallOptions.of(request).onGap() == null || this.reconnection == null) {
			return connection().flatMapMany((connection) -> subscription.over(connection, () -> {
			}));
		}
		return Flux.defer(() -> new ResumingSubscription(subscription, connection(), nextConnection()).items());
	}

	private Mono<JsonRpcConnection> nextConnection() {
		return this.connections.asFlux().filter(JsonRpcConnection::isOpen).next().takeUntilOther(untilClosed());
	}

	private Mono<Void> untilClosed() {
		return this.closing.asMono().then(Mono.error(WebSocketTransport::closedException));
	}

	private static TransportException closedException() {
		return new TransportException("The client is closed", false, null);
	}

	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			if (this.reconnection != null) {
				this.reconnection.stop();
			}
			this.closing.tryEmitEmpty();
			this.open.all().forEach((connection) -> connection.close(CloseStatus.NORMAL));
		}
	}

	/**
	 * Close this transport, and wait until the server has been told.
	 * @return completes when the close frame has been sent, or can't be
	 */
	Mono<Void> closeLater() {
		return Mono.defer(() -> {
			List<JsonRpcConnection> last = List.copyOf(this.open.all());
			close();
			return Flux.fromIterable(last)
				.flatMap((connection) -> connection.drain(CloseStatus.NORMAL, Duration.ZERO))
				.then();
		});
	}

	/**
	 * Return whether this transport is of no use any more.
	 */
	boolean isClosed() {
		return this.closed.get();
	}

	/**
	 * Keeps track of the connection.
	 */
	private final class Lifecycle implements ConnectionListener {

		@Override
		public void connected(JsonRpcConnection connection) {
			if (WebSocketTransport.this.closed.get()) {
				connection.close(CloseStatus.NORMAL);
				return;
			}
			Reconnection reconnection = WebSocketTransport.this.reconnection;
			if (reconnection != null) {
				reconnection.connected();
			}
			WebSocketTransport.this.connections.tryEmitNext(connection);
		}

		@Override
		public void disconnected(JsonRpcConnection connection, CloseStatus status) {
			Reconnection reconnection = WebSocketTransport.this.reconnection;
			if (reconnection != null) {
				reconnection.lost();
			}
		}

	}

}
