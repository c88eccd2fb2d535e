package io.github.springjsonrpc.benchmarks.client;

import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;

import io.github.springjsonrpc.benchmarks.server.MeasuredProcess;
import io.github.springjsonrpc.client.HttpLimits;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcTransport;
import io.github.springjsonrpc.client.WebClientTransport;
import io.github.springjsonrpc.client.WebSocketTransport;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls {@code add} of the server at a URL, 32 calls at a time. Arguments: what to call
 * with, {@code web-client}, {@code http} or {@code web-socket}, and the port.
 */
public final class MeasuredClient {

	private static final int IN_FLIGHT = 32;

	private MeasuredClient() {
	}

	public static void main(String[] args) throws IOException {
		Supplier<Mono<Integer>> call = call(args[0], Integer.parseInt(args[1]));
		MeasuredProcess.serve(0, (nanos) -> run(call, nanos));
	}

	private static Supplier<Mono<Integer>> call(String kind, int port) {
		if (kind.equals("web-client")) {
			return byHand(WebClient.create("http://127.0.0.1:" + port + "/rpc"));
		}
		JsonRpcCodec codec = new JsonRpcCodec(new JacksonValueMapper(JsonMapper.builder().build(), true));
		JsonRpcTransport transport = kind.equals("http")
				? new WebClientTransport(WebClient.create(), URI.create("http://127.0.0.1:" + port + "/rpc"), codec,
						HttpLimits.DEFAULTS)
				: WebSocketTransport.builder(URI.create("ws://127.0.0.1:" + port + "/rpc"), codec).build();
		JsonRpcClient client = JsonRpcClient.builder(transport, codec).build();
		return () -> client.method("add").params(1, 2).retrieve(Integer.class);
	}

	private static Supplier<Mono<Integer>> byHand(WebClient client) {
		return () -> client.post()
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(new Request("2.0", "add", new int[] { 1, 2 }, 1))
			.retrieve()
			.bodyToMono(Response.class)
			.map(Response::result);
	}

	// as many chains of calls, each of which goes on when it has its answer
	private static long run(Supplier<Mono<Integer>> call, long nanos) {
		long end = System.nanoTime() + nanos;
		Long count = Flux.range(0, IN_FLIGHT)
			.flatMap((chain) -> Mono.defer(call).repeat(() -> System.nanoTime() < end), IN_FLIGHT)
			.count()
			.block();
		return (count != null) ? count : 0;
	}

	record Request(String jsonrpc, String method, int[] params, int id) {

	}

	record Response(String jsonrpc, int result, int id) {

	}

}
