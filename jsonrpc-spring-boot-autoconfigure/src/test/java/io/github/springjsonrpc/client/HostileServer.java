package io.github.springjsonrpc.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.tcp.TcpServer;

import static org.awaitility.Awaitility.await;

/**
 * A server that says what a test wants it to say, be it HTTP, JSON-RPC or neither.
 */
final class HostileServer implements AutoCloseable {

	private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

	private final DisposableServer server;

	private final AtomicInteger connections;

	private HostileServer(DisposableServer server, AtomicInteger connections) {
		this.server = server;
		this.connections = connections;
	}

	/**
	 * Accept connections and do to them what the test wants.
	 */
	static HostileServer accepting(Consumer<Connection> script) {
		AtomicInteger connections = new AtomicInteger();
		return new HostileServer(TcpServer.create().port(0).doOnConnection((connection) -> {
			connections.incrementAndGet();
			script.accept(connection);
		}).handle((inbound, outbound) -> Mono.never()).bindNow(), connections);
	}

	/**
	 * Send bytes when something comes in, and then close or not.
	 */
	static HostileServer sending(String bytes, boolean close) {
		return new HostileServer(TcpServer.create()
			.port(0)
			.handle((inbound, outbound) -> inbound.receive()
				.take(1)
				.then(Mono.from(outbound.sendString(Mono.just(bytes)).then()))
				.then(close ? Mono.empty() : Mono.never()))
			.bindNow(), new AtomicInteger());
	}

	/**
	 * Answer HTTP requests.
	 */
	static HostileServer answering(Answer answer) {
		return new HostileServer(HttpServer.create()
			.port(0)
			.handle((request, response) -> request.receive()
				.aggregate()
				.asString()
				.defaultIfEmpty("")
				.flatMap((body) -> Mono.from(answer.answer(body, request, response))))
			.bindNow(), new AtomicInteger());
	}

	/**
	 * Answer HTTP requests with a status and a body.
	 */
	static HostileServer answering(int status, Function<String, String> body) {
		return answering((received, request, response) -> response.status(status)
			.sendByteArray(Mono.just(body.apply(received).getBytes(StandardCharsets.UTF_8)))
			.then());
	}

	/**
	 * Answer messages over WebSocket, each by any number of messages.
	 */
	static HostileServer talking(Function<String, Flux<String>> answers) {
		return new HostileServer(HttpServer.create()
			.port(0)
			.route((routes) -> routes.ws("/rpc",
					(inbound, outbound) -> outbound.sendString(inbound.receive().asString().flatMap(answers),
							StandardCharsets.UTF_8)))
			.bindNow(), new AtomicInteger());
	}

	/**
	 * Accept a WebSocket, and neither say nor read anything over it.
	 */
	static HostileServer silent() {
		return new HostileServer(TcpServer.create()
			.port(0)
			.handle((inbound, outbound) -> inbound.receive()
				.asString()
				.next()
				.flatMap((handshake) -> Mono.from(outbound.sendString(Mono.just(accept(handshake))).then()))
				.then(Mono.never()))
			.bindNow(), new AtomicInteger());
	}

	// RFC 6455, section 4.2.2
	private static String accept(String handshake) {
		String key = handshake.lines()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
			.map((line) -> line.substring(line.indexOf(':') + 1).trim())
			.findFirst()
			.orElseThrow();
		return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
				+ "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(sha1(key + GUID)) + "\r\n\r\n";
	}

	private static byte[] sha1(String text) {
		try {
			return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void awaitConnection() {
		await().atMost(Duration.ofSeconds(30)).until(() -> this.connections.get() > 0);
	}

	URI url(String scheme) {
		return URI.create(scheme + "://localhost:" + this.server.port() + "/rpc");
	}

	@Override
	public void close() {
		this.server.disposeNow();
	}

	@FunctionalInterface
	interface Answer {

		Publisher<Void> answer(String body, HttpServerRequest request, HttpServerResponse response);

	}

}
