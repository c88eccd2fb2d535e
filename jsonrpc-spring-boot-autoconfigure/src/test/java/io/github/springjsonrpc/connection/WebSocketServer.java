package io.github.springjsonrpc.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

import io.github.springjsonrpc.RawWebSocket;
import org.jspecify.annotations.Nullable;
import reactor.netty.DisposableServer;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;

import static org.awaitility.Awaitility.await;

/**
 * A server of connections on a port of its own, which keeps all of them to be looked at.
 */
final class WebSocketServer implements ConnectionListener, AutoCloseable {

	final JsonRpcConnectionRegistry registry = new JsonRpcConnectionRegistry();

	final List<DefaultJsonRpcConnection> connections = new CopyOnWriteArrayList<>();

	final List<CloseStatus> ends = new CopyOnWriteArrayList<>();

	final AtomicLong slow = new AtomicLong();

	private final DisposableServer server;

	WebSocketServer(ConnectionSettings settings, MessageHandler handler) {
		this(settings, handler, (session) -> session);
	}

	/**
	 * Create a server whose sessions are not quite those of the container.
	 */
	WebSocketServer(ConnectionSettings settings, MessageHandler handler, UnaryOperator<WebSocketSession> sessions) {
		WebSocketHandler connections = new JsonRpcWebSocketHandler(WebSocketPair.CODEC, settings, handler,
				this.registry, List.of(this));
		this.server = WebSocketPair.listen((session) -> connections.handle(sessions.apply(session)));
	}

	int port() {
		return this.server.port();
	}

	RawWebSocket connect() {
		return RawWebSocket.connect(port(), "/");
	}

	/**
	 * Wait for the connections to end, and for nothing to be left of them.
	 */
	void awaitEnds(int count) {
		await().atMost(WebSocketPair.TIMEOUT).until(this.ends::size, (size) -> size == count);
		await().atMost(WebSocketPair.TIMEOUT).until(this::left, List::isEmpty);
	}

	private List<Object> left() {
		List<Object> left = new ArrayList<>(this.registry.all());
		this.connections.stream().filter((connection) -> !connection.isEmpty()).forEach(left::add);
		return left;
	}

	@Override
	public void connected(JsonRpcConnection connection) {
		this.connections.add((DefaultJsonRpcConnection) connection);
	}

	@Override
	public void disconnected(JsonRpcConnection connection, CloseStatus status) {
		this.ends.add(status);
	}

	@Override
	public void slow(JsonRpcConnection connection, long waitingBytes) {
		this.slow.set(waitingBytes);
	}

	@Nullable DefaultJsonRpcConnection last() {
		return this.connections.isEmpty() ? null : this.connections.get(this.connections.size() - 1);
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

}
