package io.github.springjsonrpc.benchmarks.server;

import java.io.IOException;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;

/**
 * WebFlux by hand, as cheap as it gets: a {@link WebHandler} behind a URL mapping, the
 * body joined, {@link HandRpc}, and one buffer written.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class MinimalServer {

	private final HandRpc rpc = new HandRpc();

	public static void main(String[] args) throws IOException {
		SpringServer.run(MinimalServer.class, args);
	}

	@Bean
	SimpleUrlHandlerMapping handRpcMapping() {
		WebHandler http = this::answer;
		WebSocketHandler socket = (session) -> session.send(session.receive()
			.flatMap((message) -> this.rpc.answer(bytes(message.getPayload())))
			.map((answer) -> new WebSocketMessage(WebSocketMessage.Type.TEXT, session.bufferFactory().wrap(answer))));
		return new SimpleUrlHandlerMapping(Map.of("/rpc", http, "/ws", socket), -2);
	}

	private Mono<Void> answer(ServerWebExchange exchange) {
		return DataBufferUtils.join(exchange.getRequest().getBody()).flatMap((body) -> {
			byte[] message = bytes(body);
			DataBufferUtils.release(body);
			return write(exchange.getResponse(), this.rpc.answer(message));
		});
	}

	private static Mono<Void> write(ServerHttpResponse response, Mono<byte[]> answer) {
		return response.writeWith(answer.map((bytes) -> {
			response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
			response.getHeaders().setContentLength(bytes.length);
			return response.bufferFactory().wrap(bytes);
		}));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		return bytes;
	}

}
