package io.github.springjsonrpc.server.webflux;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.springjsonrpc.codec.MessageEncoder;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Answers JSON-RPC over HTTP POST. It is mounted on the path of its server by
 * auto-configuration, and also fits into routes of the application's own:
 *
 * <pre class="code">
 * RouterFunctions.route().POST("/api/v2/rpc", handler::handle).build();
 * </pre>
 *
 * A client that goes away cancels the calls that it waits for.
 */
public final class JsonRpcHttpHandler implements WebHandler {

	private static final Log logger = LogFactory.getLog(JsonRpcHttpHandler.class);

	private static final Set<String> SUBTYPES = Set.of("json", "json-rpc", "jsonrequest");

	private final JsonRpcServer server;

	private final OriginPolicy originPolicy;

	private final HttpStatusPolicy statusPolicy;

	private final int maxRequestSize;

	private final BodyReader bodies;

	private final MessageEncoder encoder;

	/**
	 * Create a handler.
	 * @param server answers the messages
	 * @param originPolicy decides which requests may come in
	 * @param statusPolicy chooses the HTTP status
	 * @param maxRequestSize how many bytes a request may have, after decompression
	 * @param maxResponseSize how many bytes the results of one response, or of all
	 * responses of a batch, may have
	 */
	public JsonRpcHttpHandler(JsonRpcServer server, OriginPolicy originPolicy, HttpStatusPolicy statusPolicy,
			int maxRequestSize, int maxResponseSize) {
		this.server = server;
		this.originPolicy = originPolicy;
		this.statusPolicy = statusPolicy;
		this.maxRequestSize = maxRequestSize;
		this.bodies = new BodyReader(maxRequestSize);
		this.encoder = new MessageEncoder(server.codec(), maxResponseSize);
	}

	/**
	 * Return the server behind this handler.
	 * @return the server
	 */
	public JsonRpcServer server() {
		return this.server;
	}

	OriginPolicy originPolicy() {
		return this.originPolicy;
	}

	/**
	 * Handle a request that a functional route brought here.
	 * @param request the request
	 * @return the response
	 */
	public Mono<ServerResponse> handle(ServerRequest request) {
		return ServerResponse.ok().build((exchange, context) -> handle(exchange));
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		HttpHeaders headers = exchange.getRequest().getHeaders();
		if (!this.originPolicy.admit(exchange)) {
			return response.setComplete();
		}
		if (exchange.getRequest().getMethod() != HttpMethod.POST) {
			response.getHeaders().setAllow(Set.of(HttpMethod.POST));
			response.setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
			return response.setComplete();
		}
		if (!isJson(headers)) {
			response.getHeaders().set("Accept-Post", MediaType.APPLICATION_JSON_VALUE);
			return refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the content type is not application/json");
		}
		if (!BodyReader.isReadable(headers)) {
			response.getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip");
			return refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the content encoding is not gzip");
		}
		return this.bodies.read(exchange.getRequest())
			.flatMap((body) -> answer(exchange, body))
			.onErrorResume(DataBufferLimitException.class, (ex) -> refuse(response, HttpStatus.CONTENT_TOO_LARGE,
					"the message is larger than " + this.maxRequestSize + " bytes"));
	}

	private static boolean isJson(HttpHeaders headers) {
		List<String> values = headers.get(HttpHeaders.CONTENT_TYPE);
		if (values == null || values.size() != 1) {
			return values == null;
		}
		String value = values.get(0);
		// what nearly everybody sends needs no parser
		return value.equals(MediaType.APPLICATION_JSON_VALUE) || isJson(value);
	}

	private static boolean isJson(String value) {
		try {
			MediaType type = MediaType.parseMediaType(value);
			return type.getType().equals("application") && SUBTYPES.contains(type.getSubtype())
					&& (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private Mono<Void> answer(ServerWebExchange exchange, byte[] body) {
		if (NettyConnection.hasAnswered(exchange.getResponse())) {
			return Mono.empty();
		}
		JsonRpcMessage message = this.server.codec().decode(body, this.server.maxBatchSize());
		Mono<JsonRpcMessage> answer = this.server.handle(message,
				(request, chain) -> chain.next(request.withAttribute(ServerWebExchange.class, exchange)));
		return new ResponseWrite(exchange.getResponse(), answer,
				(given) -> encode(exchange.getResponse(), statusOf(given), given));
	}

	private HttpStatusCode statusOf(@Nullable JsonRpcMessage answer) {
		try {
			return this.statusPolicy.statusOf(answer);
		}
		catch (Throwable ex) {
			// the calls have been made: their caller has to learn what became of them
			logger.error(this.statusPolicy + " failed to choose a status", ex);
			return HttpStatusPolicy.DEFAULT.statusOf(answer);
		}
	}

	/**
	 * Encode an answer.
	 * @return the body, or {@code null} for none: there is no answer, or somebody else
	 * was faster to give one, a filter with a timeout for example
	 */
	private @Nullable DataBuffer encode(ServerHttpResponse response, HttpStatusCode status,
			@Nullable JsonRpcMessage answer) {
		if (response.isCommitted()) {
			return null;
		}
		DataBuffer body = (answer != null) ? this.encoder.encode(answer, response.bufferFactory()) : null;
		if (body != null && response.isCommitted()) {
			DataBufferUtils.release(body);
			return null;
		}
		response.setStatusCode(status);
		// a body-less response needs no content type, but clients check it
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		if (body != null) {
			response.getHeaders().setContentLength(body.readableByteCount());
		}
		return body;
	}

	private Mono<Void> refuse(ServerHttpResponse response, HttpStatus status, String reason) {
		JsonRpcMessage refusal = JsonRpcResponse.failure(JsonRpcId.NULL,
				JsonRpcErrorCode.INVALID_REQUEST.error().withData(Map.of("reason", reason)));
		return new ResponseWrite(response, Mono.just(refusal), (given) -> encode(response, status, given));
	}

}
