package io.github.springjsonrpc.autoconfigure.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.springjsonrpc.autoconfigure.PropertyCheck;
import io.github.springjsonrpc.client.HttpLimits;
import io.github.springjsonrpc.client.RpcIdGenerator;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.http.client.autoconfigure.HttpClientSettingsProperties;
import org.springframework.util.unit.DataSize;

/**
 * Properties of one client. Those it inherits are Spring Boot's own for HTTP clients.
 */
public class JsonRpcClientProperties extends HttpClientSettingsProperties {

	/**
	 * URL of the server, whose scheme decides the transport: http, https, ws or wss.
	 */
	private @Nullable String url;

	/**
	 * Time to wait for a response.
	 */
	private Duration timeout = Duration.ofSeconds(30);

	/**
	 * Headers of each HTTP request, or of the WebSocket handshake.
	 */
	private final Map<String, String> headers = new LinkedHashMap<>();

	/**
	 * What makes the ids of requests.
	 */
	private IdGenerator idGenerator = IdGenerator.COUNTER;

	/**
	 * Text in front of the numbers of the counter, which makes them strings.
	 */
	private @Nullable String idPrefix;

	/**
	 * Maximum size of a message that is sent.
	 */
	private DataSize maxRequestSize = DataSize.ofMegabytes(16);

	/**
	 * Maximum size of a message that is received, after decompression.
	 */
	private DataSize maxResponseSize = DataSize.ofMegabytes(16);

	private final Batching batching = new Batching();

	private final ClientWebSocketProperties websocket = new ClientWebSocketProperties();

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public Duration getTimeout() {
		return this.timeout;
	}

	public void setTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	public Map<String, String> getHeaders() {
		return this.headers;
	}

	public IdGenerator getIdGenerator() {
		return this.idGenerator;
	}

	public void setIdGenerator(IdGenerator idGenerator) {
		this.idGenerator = idGenerator;
	}

	public @Nullable String getIdPrefix() {
		return this.idPrefix;
	}

	public void setIdPrefix(@Nullable String idPrefix) {
		this.idPrefix = idPrefix;
	}

	public DataSize getMaxRequestSize() {
		return this.maxRequestSize;
	}

	public void setMaxRequestSize(DataSize maxRequestSize) {
		this.maxRequestSize = maxRequestSize;
	}

	public DataSize getMaxResponseSize() {
		return this.maxResponseSize;
	}

	public void setMaxResponseSize(DataSize maxResponseSize) {
		this.maxResponseSize = maxResponseSize;
	}

	public Batching getBatching() {
		return this.batching;
	}

	public ClientWebSocketProperties getWebsocket() {
		return this.websocket;
	}

	RpcIdGenerator ids() {
		if (this.idGenerator == IdGenerator.UUID) {
			return RpcIdGenerator.uuid();
		}
		return (this.idPrefix != null) ? RpcIdGenerator.prefixed(this.idPrefix) : RpcIdGenerator.counter();
	}

	HttpLimits limits() {
		return new HttpLimits((int) this.maxRequestSize.toBytes(), (int) this.maxResponseSize.toBytes(),
				HttpLimits.DEFAULTS.maxBatchSize());
	}

	/**
	 * Refuse values that can't be meant.
	 * @param prefix where they were set
	 */
	void check(String prefix) {
		PropertyCheck.positive(this.timeout, prefix + ".timeout");
		PropertyCheck.bytes(this.maxRequestSize, prefix + ".max-request-size");
		PropertyCheck.bytes(this.maxResponseSize, prefix + ".max-response-size");
		PropertyCheck.that(this.idPrefix == null || this.idGenerator == IdGenerator.COUNTER, prefix + ".id-prefix",
				this.idPrefix, "Only the counter takes a prefix.");
		if (this.batching.window != null) {
			PropertyCheck.positive(this.batching.window, prefix + ".batching.window");
		}
		PropertyCheck.that(this.batching.maxSize > 1, prefix + ".batching.max-size", this.batching.maxSize,
				"It must be greater than 1.");
		this.websocket.check(prefix + ".websocket");
	}

	/**
	 * What makes ids.
	 */
	public enum IdGenerator {

		/** Numbers from 1 on. */
		COUNTER,

		/** Random UUIDs. */
		UUID

	}

	/**
	 * Calls that go out together as one HTTP request.
	 */
	public static class Batching {

		/**
		 * Time for which a call waits for others to go out together with it. If not set,
		 * each call goes out by itself.
		 */
		private @Nullable Duration window;

		/**
		 * Maximum number of calls that go out together.
		 */
		private int maxSize = 50;

		public @Nullable Duration getWindow() {
			return this.window;
		}

		public void setWindow(@Nullable Duration window) {
			this.window = window;
		}

		public int getMaxSize() {
			return this.maxSize;
		}

		public void setMaxSize(int maxSize) {
			this.maxSize = maxSize;
		}

	}

}
