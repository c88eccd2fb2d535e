package io.github.springjsonrpc.server.method;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.springjsonrpc.annotation.RpcMethod.Execution;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.BeanUtils;

/**
 * Calls methods of a server with JSON and gets JSON, without a network.
 *
 * @param server the server
 */
record Calls(JsonRpcServer server) {

	static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static JsonRpcCodec codec() {
		return new JsonRpcCodec(new JacksonValueMapper(MAPPER, true));
	}

	/**
	 * Return a factory as auto-configuration makes it, without validation.
	 */
	static RpcMethodFactory factory() {
		return new RpcMethodFactory(
				List.of(new AttributeArgumentResolver(),
						RpcArgumentResolver.forType(JsonRpcRequest.class, RpcArgument.value((request) -> request))),
				null, BeanUtils::instantiateClass, Execution.AUTO);
	}

	/**
	 * Offer the annotated methods of an object.
	 */
	static Calls of(Object methods) {
		JsonRpcServer server = JsonRpcServer.builder(codec()).build();
		server.methods().addAll(factory().methodsOf(methods));
		return new Calls(server);
	}

	/**
	 * Call a method.
	 * @param method its name
	 * @param params JSON, or {@code null} to leave the member out
	 */
	Answer call(String method, @Nullable String params) {
		return answer(send(method, params).block(TIMEOUT));
	}

	Answer call(String method) {
		return call(method, null);
	}

	String result(String method, @Nullable String params) {
		return call(method, params).result();
	}

	String result(String method) {
		return call(method).result();
	}

	List<String> violations(String method, @Nullable String params) {
		Answer answer = call(method, params);
		if (answer.code() != -32602) {
			throw new AssertionError("Not -32602: " + answer);
		}
		return answer.violations();
	}

	/**
	 * Return a call that runs when it is subscribed to.
	 */
	Mono<JsonRpcMessage> send(String method, @Nullable String params) {
		String json = "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\","
				+ ((params != null) ? "\"params\":" + params + "," : "") + "\"id\":1}";
		JsonRpcMessage message = this.server.codec().decode(json.getBytes(StandardCharsets.UTF_8), 1);
		return this.server.handle(message, (request, chain) -> chain.next(request));
	}

	Answer answer(@Nullable JsonRpcMessage response) {
		if (response == null) {
			throw new AssertionError("No response");
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			this.server.codec().encode(response, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new Answer(MAPPER.readTree(out.toByteArray()));
	}

}
