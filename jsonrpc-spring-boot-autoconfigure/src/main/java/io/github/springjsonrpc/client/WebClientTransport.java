package io.github.springjsonrpc.client;

import java.net.URI;
import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.MessageEncoder;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends messages by HTTP POST, with a {@link WebClient} that decides everything else:
 * connections, TLS, default headers, filters. A message is written once, into a buffer of
 * the connection, and JSON is read from responses of any status. Cancelling a call aborts
 * its exchange.
 */
public final class WebClientTransport implements JsonRpcTransport {

	private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);

	private final WebClient webClient;

	private final URI url;

	private final String endpoint;

	private final HttpLimits limits;

	private final MessageEncoder encoder;

	private final HttpResponseReader responses;

	/**
	 * Create a transport.
	 * @param webClient makes the HTTP requests
	 * @param url where to
	 * @param codec writes and reads the messages
	 * @param limits how large messages may be
	 */
	public WebClientTransport(WebClient webClient, URI url, JsonRpcCodec codec, HttpLimits limits) {
		this.webClient = webClient;
		this.url = url;
		this.endpoint = Endpoint.of(url);
		this.limits = limits;
		this.encoder = new MessageEncoder(codec, limits.maxRequestSize());
		this.responses = new HttpResponseReader(codec, limits);
	}

	/**
	 * Return a builder.
	 * @param webClient builds what makes the HTTP requests
	 * @param url where to
	 * @param codec writes and reads the messages
	 * @return a new builder
	 */
	public static WebClientTransportBuilder builder(WebClient.Builder webClient, URI url, JsonRpcCodec codec) {
		return new WebClientTransportBuilder(webClient, url, codec);
	}

	@Override
	public String endpoint() {
		return this.endpoint;
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		return post(request, request).map((answer) -> answer.responseTo(request));
	}

	@Override
	public Flux<JsonRpcResponse> call(JsonRpcBatch batch) {
		return Flux.defer(
				() -> post(batch, BatchHeaders.carrier(batch)).flatMapIterable((answer) -> answer.responsesTo(batch)));
	}

	@Override
	public Mono<Void> send(JsonRpcRequest notification) {
		return post(notification, notification).doOnNext(HttpAnswer::toNotification).then();
	}

	private Mono<HttpAnswer> post(JsonRpcMessage message, JsonRpcRequest carrier) {
		return this.webClient.post()
			.uri(this.url)
			.headers((headers) -> addTo(headers, CallOptions.of(carrier)))
			.body((output, context) -> output
				.writeWith(Mono.fromCallable(() -> this.encoder.encode(message, output.bufferFactory()))))
			.exchangeToMono(this.responses::read)
			.onErrorMap((ex) -> HttpFailure.of(ex, this.limits));
	}

	private static void addTo(HttpHeaders headers, CallOptions options) {
		headers.setContentType(MediaType.APPLICATION_JSON);
		headers.setAccept(JSON);
		options.headers().forEach(headers::put);
	}

	/**
	 * Does nothing: the connections belong to the {@link WebClient}.
	 */
	@Override
	public void close() {
	}

}
