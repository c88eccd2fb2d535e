package io.github.springjsonrpc.client;

import java.net.URI;
import java.util.function.Consumer;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.jspecify.annotations.Nullable;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Builds a transport over HTTP. Not thread-safe.
 */
public final class WebClientTransportBuilder {

	private final WebClient.Builder webClient;

	private final URI url;

	private final JsonRpcCodec codec;

	private HttpLimits limits = HttpLimits.DEFAULTS;

	private @Nullable AutoBatching batching;

	WebClientTransportBuilder(WebClient.Builder webClient, URI url, JsonRpcCodec codec) {
		this.webClient = webClient;
		this.url = url;
		this.codec = codec;
	}

	/**
	 * Customize what makes the HTTP requests.
	 * @param customizer changes the builder
	 * @return this builder
	 */
	public WebClientTransportBuilder webClient(Consumer<WebClient.Builder> customizer) {
		customizer.accept(this.webClient);
		return this;
	}

	/**
	 * Add a header to each request.
	 * @param name the name
	 * @param values its values
	 * @return this builder
	 */
	public WebClientTransportBuilder header(String name, String... values) {
		this.webClient.defaultHeader(name, values);
		return this;
	}

	/**
	 * Set how large messages may be.
	 * @param limits the limits, {@link HttpLimits#DEFAULTS} by default
	 * @return this builder
	 */
	public WebClientTransportBuilder limits(HttpLimits limits) {
		this.limits = limits;
		return this;
	}

	/**
	 * Let calls that are made shortly after one another go out as one batch.
	 * @param batching when; {@code null}, the default, for never
	 * @return this builder
	 */
	public WebClientTransportBuilder batching(@Nullable AutoBatching batching) {
		this.batching = batching;
		return this;
	}

	/**
	 * Build the transport.
	 * @return a new transport
	 */
	public JsonRpcTransport build() {
		WebClientTransport transport = new WebClientTransport(this.webClient.build(), this.url, this.codec,
				this.limits);
		return (this.batching != null) ? new BatchingTransport(transport, this.batching) : transport;
	}

}
