package io.github.springjsonrpc.server.webflux;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A WebSocket client that knows nothing of this library, and reads only as long as it is
 * told to.
 */
final class SubscriberSocket implements WebSocket.Listener, AutoCloseable {

	private static final int TIMEOUT = 20;

	private static final JsonMapper MAPPER = new JsonMapper();

	private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

	// notifications that came while an answer was waited for
	private final Queue<JsonNode> early = new ConcurrentLinkedQueue<>();

	private final CompletableFuture<String> closed = new CompletableFuture<>();

	private final AtomicInteger ids = new AtomicInteger();

	private final StringBuilder text = new StringBuilder();

	private final WebSocket socket;

	private volatile boolean reading = true;

	SubscriberSocket(int port) {
		this.socket = HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + port + "/rpc"), this)
			.orTimeout(TIMEOUT, TimeUnit.SECONDS)
			.join();
	}

	@Override
	public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
		this.text.append(part);
		if (last) {
			this.messages.add(MAPPER.readTree(this.text.toString()));
			this.text.setLength(0);
		}
		if (this.reading) {
			socket.request(1);
		}
		return null;
	}

	@Override
	public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
		this.closed.complete(code + " " + reason);
		return null;
	}

	@Override
	public void onError(WebSocket socket, Throwable error) {
		this.closed.complete(error.toString());
	}

	void stopReading() {
		this.reading = false;
	}

	void readOn() {
		this.reading = true;
		this.socket.request(1);
	}

	String closed() {
		return this.closed.orTimeout(TIMEOUT, TimeUnit.SECONDS).join();
	}

	void send(String message) {
		this.socket.sendText(message, true).orTimeout(TIMEOUT, TimeUnit.SECONDS).join();
	}

	/**
	 * Call a method.
	 * @return the answer
	 */
	JsonNode call(String method, String params) {
		int id = this.ids.incrementAndGet();
		send("{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
		JsonNode message = take();
		while (!message.has("id")) {
			this.early.add(message);
			message = take();
		}
		assertThat(message.get("id").asInt()).isEqualTo(id);
		return message;
	}

	/**
	 * Subscribe.
	 * @return the id
	 */
	String subscribe(String method, String params) {
		JsonNode answer = call(method, params);
		assertThat(answer.has("result")).as("%s", answer).isTrue();
		String id = answer.get("result").asString();
		assertThat(this.early).as("items before the answer")
			.noneMatch((early) -> early.path("params").path("subscription").asString().equals(id));
		return id;
	}

	/**
	 * Return the next message.
	 */
	JsonNode next() {
		JsonNode early = this.early.poll();
		return (early != null) ? early : take();
	}

	/**
	 * Return the params of the next notification, which has to have this name.
	 */
	String next(String notification) {
		JsonNode message = next();
		assertThat(message.path("method").asString()).as("%s", message).isEqualTo(notification);
		return message.get("params").toString();
	}

	private JsonNode take() {
		try {
			JsonNode message = this.messages.poll(TIMEOUT, TimeUnit.SECONDS);
			assertThat(message).as("message of a connection that ended with %s", this.closed.getNow("nothing"))
				.isNotNull();
			return message;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.socket.abort();
	}

}
