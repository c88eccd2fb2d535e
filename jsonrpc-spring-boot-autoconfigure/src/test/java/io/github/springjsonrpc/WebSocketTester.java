package io.github.springjsonrpc;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A WebSocket client that is none of ours: that of the JDK.
 */
public final class WebSocketTester implements WebSocket.Listener, AutoCloseable {

	public static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

	private final CompletableFuture<String> closed = new CompletableFuture<>();

	private volatile Consumer<String> listener = this.received::add;

	private final StringBuilder partial = new StringBuilder();

	private final WebSocket socket;

	private WebSocketTester(URI uri, UnaryOperator<WebSocket.Builder> customizer) {
		this.socket = customizer.apply(CLIENT.newWebSocketBuilder()).buildAsync(uri, this).join();
	}

	/**
	 * Connect to a port of this machine.
	 */
	public static WebSocketTester connect(int port, String path) {
		return connect(port, path, (builder) -> builder);
	}

	public static WebSocketTester connect(int port, String path, UnaryOperator<WebSocket.Builder> customizer) {
		return new WebSocketTester(URI.create("ws://localhost:" + port + path), customizer);
	}

	/**
	 * Try to connect, which is to be refused.
	 * @return the HTTP status of the refusal
	 */
	public static int refusal(int port, String path, UnaryOperator<WebSocket.Builder> customizer) {
		try (WebSocketTester tester = connect(port, path, customizer)) {
			throw new AssertionError("Connected " + tester.socket);
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof WebSocketHandshakeException handshake) {
				return handshake.getResponse().statusCode();
			}
			throw ex;
		}
	}

	public WebSocketTester send(String text) {
		this.socket.sendText(text, true).join();
		return this;
	}

	public WebSocketTester send(byte[] bytes) {
		this.socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
		return this;
	}

	/**
	 * Take messages as they come, instead of by {@link #next}.
	 */
	public void onMessage(Consumer<String> listener) {
		this.listener = listener;
	}

	/**
	 * Wait for the next message.
	 */
	public String next() {
		try {
			String message = this.received.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
			assertThat(message).as("message, while closed is %s", this.closed).isNotNull();
			return message;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Call a method with the id 1, and wait for what comes next.
	 * @return <code>"result":…</code> or <code>"error":…</code>
	 */
	public String call(String method, String params) {
		String body = send("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s,\"id\":1}".formatted(method, params))
			.next();
		assertThat(body).startsWith("{\"jsonrpc\":\"2.0\",").endsWith(",\"id\":1}");
		return body.substring("{\"jsonrpc\":\"2.0\",".length(), body.length() - ",\"id\":1}".length());
	}

	/**
	 * Wait for the end.
	 * @return the code and the reason that the server gave
	 */
	public String closed() {
		return this.closed.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
	}

	public @Nullable String subProtocol() {
		String name = this.socket.getSubprotocol();
		return name.isEmpty() ? null : name;
	}

	public WebSocket socket() {
		return this.socket;
	}

	@Override
	public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
		this.partial.append(data);
		if (last) {
			this.listener.accept(this.partial.toString());
			this.partial.setLength(0);
		}
		socket.request(1);
		return CompletableFuture.completedStage(null);
	}

	@Override
	public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
		this.closed.complete((code + " " + reason).strip());
		return CompletableFuture.completedStage(null);
	}

	@Override
	public void onError(WebSocket socket, Throwable error) {
		this.closed.completeExceptionally(error);
	}

	@Override
	public void close() {
		this.socket.abort();
	}

}
