package io.github.springjsonrpc.client;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.ConnectionSettings;
import io.github.springjsonrpc.connection.MessageHandler;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.HttpHeaders;
import org.springframework.util.Assert;

/**
 * Builds a {@link WebSocketTransport}. Not thread-safe.
 */
public final class WebSocketTransportBuilder {

	final URI url;

	final JsonRpcCodec codec;

	final HttpHeaders headers = new HttpHeaders();

	final List<String> subProtocols = new ArrayList<>();

	final List<ConnectionListener> listeners = new ArrayList<>();

	HttpClient httpClient = HttpClient.create();

	ConnectionSettings settings = ConnectionSettings.DEFAULTS;

	MessageHandler handler = new RefusingHandler();

	int maxMessageSize = 16 * 1024 * 1024;

	Duration connectTimeout = Duration.ofSeconds(10);

	@Nullable ReconnectPolicy reconnect;

	WebSocketTransportBuilder(URI url, JsonRpcCodec codec) {
		this.url = url;
		this.codec = codec;
	}

	/**
	 * Set what makes the connections: TLS, proxies and the like are its matter.
	 * @param httpClient the client
	 * @return this builder
	 */
	public WebSocketTransportBuilder httpClient(HttpClient httpClient) {
		this.httpClient = httpClient;
		return this;
	}

	/**
	 * Add a header to the handshake.
	 * @param name the name
	 * @param values its values
	 * @return this builder
	 */
	public WebSocketTransportBuilder header(String name, String... values) {
		this.headers.put(name, List.of(values));
		return this;
	}

	/**
	 * Offer sub-protocols.
	 * @param subProtocols the sub-protocols, the preferred one first
	 * @return this builder
	 */
	public WebSocketTransportBuilder subProtocol(String... subProtocols) {
		this.subProtocols.addAll(List.of(subProtocols));
		return this;
	}

	/**
	 * Set the limits and intervals of the connection.
	 * @param settings the settings, {@link ConnectionSettings#DEFAULTS} by default
	 * @return this builder
	 */
	public WebSocketTransportBuilder settings(ConnectionSettings settings) {
		this.settings = settings;
		return this;
	}

	/**
	 * Set how large a message that is received may be. A larger one ends the connection.
	 * @param bytes the number of bytes, 16 MiB by default
	 * @return this builder
	 */
	public WebSocketTransportBuilder maxMessageSize(int bytes) {
		Assert.isTrue(bytes > 0, "'bytes' must be positive");
		this.maxMessageSize = bytes;
		return this;
	}

	/**
	 * Set how long an attempt to connect may take, handshake included.
	 * @param timeout the time, 10 seconds by default
	 * @return this builder
	 */
	public WebSocketTransportBuilder connectTimeout(Duration timeout) {
		Assert.isTrue(!timeout.isNegative() && !timeout.isZero(), "'timeout' must be positive");
		this.connectTimeout = timeout;
		return this;
	}

	/**
	 * Let a connection that was lost be made anew without waiting for the next call, and
	 * subscriptions be resumed that want it.
	 * @param policy when; {@code null}, the default, leaves it to the next call
	 * @return this builder
	 */
	public WebSocketTransportBuilder reconnect(@Nullable ReconnectPolicy policy) {
		this.reconnect = policy;
		return this;
	}

	/**
	 * Set what answers requests of the server.
	 * @param handler the handler; by default each request is answered with -32601, and
	 * all else ignored
	 * @return this builder
	 */
	public WebSocketTransportBuilder handler(MessageHandler handler) {
		this.handler = handler;
		return this;
	}

	/**
	 * Add a listener, for the state of the connection and for responses that nobody waits
	 * for.
	 * @param listener the listener, which may be a {@link ClientConnectionListener}
	 * @return this builder
	 */
	public WebSocketTransportBuilder listener(ConnectionListener listener) {
		this.listeners.add(listener);
		return this;
	}

	/**
	 * Build the transport.
	 * @return a new transport, which connects when it is first used
	 */
	public WebSocketTransport build() {
		return new WebSocketTransport(this);
	}

}
