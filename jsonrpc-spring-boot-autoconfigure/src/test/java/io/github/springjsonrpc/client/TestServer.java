package io.github.springjsonrpc.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.Publication;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.OverflowPolicy;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcFunction;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

/**
 * A server of this library on a port of its own, over HTTP and WebSocket.
 */
public final class TestServer implements AutoCloseable {

	/** How long anything may take. */
	public static final Duration TIMEOUT = Duration.ofSeconds(30);

	/** The codec of both sides. */
	public static final JsonRpcCodec CODEC = new JsonRpcCodec(
			new JacksonValueMapper(JsonMapper.builder().build(), true));

	private final JsonRpcServer server = JsonRpcServer.builder(CODEC).build();

	private final JsonRpcWebSocketEndpoint webSocket;

	// of its own: an application that ends disposes of those that all share
	private final LoopResources threads = LoopResources.create("test-server", 1, true);

	private final DisposableServer http;

	/** Params of the notifications that arrived. */
	public final List<String> notified = new CopyOnWriteArrayList<>();

	/** Ids of the subscriptions that were ended. */
	public final List<String> stopped = new CopyOnWriteArrayList<>();

	/** What subscriptions to {@code ticks} get. */
	public final Sinks.Many<Integer> ticks = Sinks.many().multicast().directBestEffort();

	/** Emits when a call of {@code never} is cancelled. */
	public final Sinks.Many<String> cancelled = Sinks.many().replay().all();

	TestServer(int port) {
		methods(this.server);
		JsonRpcHttpHandler handler = new JsonRpcHttpHandler(this.server, (exchange) -> true, HttpStatusPolicy.DEFAULT,
				1024 * 1024, 1024 * 1024);
		this.webSocket = JsonRpcWebSocketEndpoint.builder(this.server)
			.originPolicy((exchange) -> true)
			.subProtocols(List.of("jsonrpc"))
			.shutdownTimeout(Duration.ofMillis(1))
			.build();
		this.http = HttpServer.create()
			.port(port)
			.runOn(this.threads)
			.handle(new ReactorHttpHandlerAdapter(WebHttpHandlerBuilder
				.webHandler(
						(exchange) -> isUpgrade(exchange) ? this.webSocket.handle(exchange) : handler.handle(exchange))
				.build()))
			.bindNow();
	}

	public static TestServer start() {
		return new TestServer(0);
	}

	private static boolean isUpgrade(ServerWebExchange exchange) {
		return exchange.getRequest().getHeaders().getUpgrade() != null;
	}

	private void methods(JsonRpcServer server) {
		server.methods()
			.addAll(List.of(
					RpcFunction.named("echo")
						.param("value", Object.class)
						.callReactive((value) -> Mono.justOrEmpty(value)),
					RpcFunction.named("add")
						.param("a", int.class)
						.param("b", int.class)
						.callReactive((a, b) -> Mono.just(a + b)),
					RpcFunction.named("price")
						.param("symbol", String.class)
						.callReactive((symbol) -> Mono.just(Map.of("symbol", symbol, "cents", 4200))),
					RpcFunction.named("prices")
						.callReactive(
								() -> Flux.just(Map.of("symbol", "A", "cents", 1), Map.of("symbol", "B", "cents", 2))),
					RpcFunction.named("nothing").callReactive(Mono::empty),
					RpcFunction.named("fail").param("code", int.class).callReactive(TestServer::fail),
					RpcFunction.named("notified").param("value", String.class).callReactive(this::notified),
					RpcFunction.named("never").callReactive(this::never),
					RpcFunction.named("headers").callRequestReactive(TestServer::header),
					RpcFunction.named("ticks").callRequestReactive(this::subscribe),
					RpcFunction.named("stop")
						.param("id", String.class)
						.callReactive((id) -> Mono.just(this.stopped.add(id))),
					RpcFunction.named("unsubscribable").callRequestReactive((request) -> fail(7)),
					RpcFunction.named("call-back").callRequestReactive(TestServer::callBack)));
	}

	private static Mono<Object> fail(int code) {
		return Mono.error(new JsonRpcException(code, "No such thing", Map.of("thing", 7)));
	}

	private Mono<Boolean> notified(String value) {
		return Mono.fromSupplier(() -> this.notified.add(value));
	}

	private Mono<Object> never() {
		return Mono.never().doOnCancel(() -> this.cancelled.tryEmitNext("never"));
	}

	private Mono<String> subscribe(JsonRpcRequest request) {
		return Mono.just(connection(request).subscriptions()
			.open(request, new Publication(this.ticks.asFlux(), "tick", "tick", OverflowPolicy.BUFFER, 16)));
	}

	private static Mono<Object> callBack(JsonRpcRequest request) {
		JsonRpcRequest call = JsonRpcRequest.request(JsonRpcId.of("back"), "who", JsonRpcParams.none());
		return connection(request).call(call)
			.map((response) -> (response.error() != null) ? response.error().code() : response.result());
	}

	static JsonRpcConnection connection(JsonRpcRequest request) {
		JsonRpcConnection connection = request.attribute(JsonRpcConnection.class);
		if (connection == null) {
			throw new JsonRpcException(1, "Not over a connection");
		}
		return connection;
	}

	private static Mono<Object> header(JsonRpcRequest request) {
		ServerWebExchange exchange = request.attribute(ServerWebExchange.class);
		@Nullable String header = (exchange != null) ? exchange.getRequest().getHeaders().getFirst("X-Test") : null;
		return Mono.justOrEmpty(header);
	}

	/**
	 * Return the server, to add methods to it.
	 */
	public JsonRpcServer server() {
		return this.server;
	}

	/**
	 * Return a new client over HTTP.
	 */
	public JsonRpcClient client() {
		return JsonRpcClient.builder(WebClientTransport.builder(WebClient.builder(), url("http"), CODEC).build(), CODEC)
			.build();
	}

	public JsonRpcWebSocketEndpoint webSocket() {
		return this.webSocket;
	}

	public int port() {
		return this.http.port();
	}

	public URI url(String scheme) {
		return URI.create(scheme + "://localhost:" + port() + "/rpc");
	}

	@Override
	public void close() {
		this.webSocket.stop().block(TIMEOUT);
		this.http.disposeNow();
		this.threads.dispose();
	}

}
