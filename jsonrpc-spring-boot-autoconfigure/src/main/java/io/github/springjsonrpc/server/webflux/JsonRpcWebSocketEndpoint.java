package io.github.springjsonrpc.server.webflux;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.connection.JsonRpcWebSocketHandler;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcServer;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.util.StringUtils;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * Answers JSON-RPC over WebSocket: admits handshakes, and makes a
 * {@link JsonRpcConnection} of each. It is mounted on the path of its server by
 * auto-configuration, for requests that ask for an upgrade, and also fits into routes of
 * the application's own:
 *
 * <pre class="code">
 * RouterFunctions.route().GET("/api/v2/rpc", endpoint::handle).build();
 * </pre>
 *
 * Thread-safe.
 */
public final class JsonRpcWebSocketEndpoint implements WebHandler {

	private static final CloseStatus STOPPED = CloseStatus.GOING_AWAY.withReason("The server is shutting down");

	private static final String EXCHANGE = ServerWebExchange.class.getName();

	private static final String SUB_PROTOCOL = "Sec-WebSocket-Protocol";

	private final JsonRpcServer server;

	private final OriginPolicy originPolicy;

	private final WebSocketService webSocketService;

	private final int maxConnections;

	private final List<String> subProtocols;

	private final Duration shutdownTimeout;

	private final JsonRpcConnectionRegistry connections;

	private final JsonRpcWebSocketHandler handler;

	private final AtomicInteger open = new AtomicInteger();

	private volatile boolean stopped;

	JsonRpcWebSocketEndpoint(JsonRpcWebSocketEndpointBuilder builder) {
		this.server = builder.server;
		this.originPolicy = builder.originPolicy;
		this.webSocketService = builder.webSocketService();
		this.maxConnections = builder.maxConnections;
		this.subProtocols = builder.subProtocols;
		this.shutdownTimeout = builder.shutdownTimeout;
		this.connections = builder.connections;
		this.handler = new JsonRpcWebSocketHandler(this.server.codec(), builder.settings, this::answer,
				this.connections, builder.listeners);
	}

	/**
	 * Return a builder with defaults.
	 * @param server answers the messages
	 * @return a new builder
	 */
	public static JsonRpcWebSocketEndpointBuilder builder(JsonRpcServer server) {
		return new JsonRpcWebSocketEndpointBuilder(server);
	}

	/**
	 * Return the server behind this endpoint.
	 * @return the server
	 */
	public JsonRpcServer server() {
		return this.server;
	}

	/**
	 * Return the connections that are open.
	 * @return the connections of this endpoint
	 */
	public JsonRpcConnectionRegistry connections() {
		return this.connections;
	}

	/**
	 * Return whether a request asks for a WebSocket.
	 */
	static boolean isUpgrade(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		return request.getMethod() == HttpMethod.GET && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
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
		if (!this.originPolicy.admit(exchange)) {
			return response.setComplete();
		}
		if (!isUpgrade(exchange)) {
			return refuse(exchange);
		}
		if (this.stopped || this.open.get() >= this.maxConnections) {
			response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
			return response.setComplete();
		}
		ServerWebExchange handshake = new HandshakeExchange(withSubProtocol(exchange));
		return this.webSocketService.handleRequest(handshake, new Connecting(this, handshake));
	}

	private static Mono<Void> refuse(ServerWebExchange exchange) {
		ServerHttpResponse response = exchange.getResponse();
		if (exchange.getRequest().getMethod() == HttpMethod.GET) {
			response.getHeaders().setUpgrade("websocket");
			response.setStatusCode(HttpStatus.UPGRADE_REQUIRED);
		}
		else {
			response.getHeaders().setAllow(Set.of(HttpMethod.GET));
			response.setStatusCode(HttpStatus.METHOD_NOT_ALLOWED);
		}
		return response.setComplete();
	}

	private Mono<Void> connect(WebSocketSession session, ServerWebExchange handshake) {
		if (this.open.incrementAndGet() > this.maxConnections || this.stopped) {
			// others, or the end, were faster between the handshake and here
			this.open.decrementAndGet();
			return session.close(this.stopped ? STOPPED : CloseStatus.SERVICE_OVERLOAD);
		}
		session.getAttributes().put(EXCHANGE, handshake);
		NettyConnection.lingerOnClose(handshake.getResponse());
		return this.handler.handle(session, NettyConnection.abort(handshake.getResponse()))
			.doFinally((end) -> this.open.decrementAndGet());
	}

	/**
	 * Leave of the sub-protocols that the client offers only the one that was chosen:
	 * Spring takes no spaces in a list of them.
	 */
	private ServerWebExchange withSubProtocol(ServerWebExchange exchange) {
		List<String> offered = exchange.getRequest().getHeaders().getOrEmpty(SUB_PROTOCOL);
		String chosen = offered.stream()
			.flatMap((value) -> Arrays.stream(StringUtils.tokenizeToStringArray(value, ",")))
			.filter(this.subProtocols::contains)
			.findFirst()
			.orElse(null);
		if (chosen == null) {
			return exchange;
		}
		return exchange.mutate()
			.request((request) -> request.headers((headers) -> headers.set(SUB_PROTOCOL, chosen)))
			.build();
	}

	private Mono<JsonRpcMessage> answer(JsonRpcMessage message, JsonRpcConnection connection) {
		return this.server.handle(message,
				(request, chain) -> connection.track(request, chain.next(withCaller(request, connection))));
	}

	private static JsonRpcRequest withCaller(JsonRpcRequest request, JsonRpcConnection connection) {
		Object exchange = connection.session().getAttributes().get(EXCHANGE);
		JsonRpcRequest called = request.withAttribute(JsonRpcConnection.class, connection);
		return (exchange != null) ? called.withAttribute(EXCHANGE, exchange) : called;
	}

	/**
	 * Accept handshakes again after {@link #stop}.
	 */
	public void start() {
		this.connections.admit();
		this.stopped = false;
	}

	/**
	 * Refuse further handshakes and calls, and close the connections with 1001 when the
	 * calls that run are answered, or have taken too long.
	 * @return completes when all connections have ended
	 */
	public Mono<Void> stop() {
		return Mono.defer(() -> {
			this.stopped = true;
			return this.connections.drain(STOPPED, this.shutdownTimeout);
		});
	}

	/**
	 * Hands a session over, with what else is known of it.
	 */
	private record Connecting(JsonRpcWebSocketEndpoint endpoint,
			ServerWebExchange handshake) implements WebSocketHandler {

		@Override
		public List<String> getSubProtocols() {
			return this.endpoint.subProtocols;
		}

		@Override
		public Mono<Void> handle(WebSocketSession session) {
			return this.endpoint.connect(session, this.handshake);
		}

	}

}
