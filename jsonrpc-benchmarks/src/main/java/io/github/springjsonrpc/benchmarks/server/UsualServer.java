package io.github.springjsonrpc.benchmarks.server;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * WebFlux by hand, as people write it: a functional route with {@code bodyToMono} and
 * {@code bodyValue}, and records for the messages.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class UsualServer {

	private static final ParameterizedTypeReference<List<Request>> BATCH = new ParameterizedTypeReference<>() {
	};

	public static void main(String[] args) throws IOException {
		// WebFlux reads 256 KiB by default, which is not what is compared here
		SpringServer.run(UsualServer.class, "--spring.http.codecs.max-in-memory-size=4MB");
	}

	@Bean
	RouterFunction<ServerResponse> rpc() {
		return RouterFunctions.route().POST("/rpc", this::single).POST("/batch", this::batch).build();
	}

	private Mono<ServerResponse> single(ServerRequest request) {
		return request.bodyToMono(Request.class)
			.flatMap(this::answer)
			.flatMap((answer) -> ServerResponse.ok().bodyValue(answer));
	}

	private Mono<ServerResponse> batch(ServerRequest request) {
		return request.bodyToMono(BATCH)
			.flatMapMany(Flux::fromIterable)
			.concatMap(this::answer)
			.collectList()
			.flatMap((answers) -> ServerResponse.ok().bodyValue(answers));
	}

	private Mono<Response> answer(Request request) {
		return result(request).map((result) -> new Response("2.0", result, request.id()));
	}

	private Mono<Object> result(Request request) {
		JsonNode params = request.params();
		return switch (request.method()) {
			case "add" -> Mono.just(params.get(0).intValue() + params.get(1).intValue());
			case "user.get" -> Mono.just(User.of(params.get(0).longValue()));
			case "echo" -> Mono.just(params);
			case "slow" -> Mono.delay(Duration.ofMillis(50)).thenReturn("done");
			default -> Mono.error(new IllegalArgumentException("No such method: " + request.method()));
		};
	}

	record Request(String jsonrpc, String method, JsonNode params, @Nullable JsonNode id) {

	}

	record Response(String jsonrpc, @Nullable Object result, @Nullable JsonNode id) {

	}

}
