package io.github.springjsonrpc.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server without a transport that takes and gives JSON texts. Texts that go in may have
 * apostrophes for quotation marks.
 */
public final class TestServer {

	public static final Duration TIMEOUT = Duration.ofSeconds(20);

	public static final JsonRpcCodec CODEC = new JsonRpcCodec(
			new JacksonValueMapper(JsonMapper.builder().build(), true));

	private final JsonRpcServer server;

	private TestServer(JsonRpcServer server) {
		this.server = server;
	}

	public static JsonRpcServerBuilder builder() {
		return JsonRpcServer.builder(CODEC);
	}

	public static TestServer with(JsonRpcMethod... methods) {
		return of(builder(), methods);
	}

	public static TestServer of(JsonRpcServerBuilder builder, JsonRpcMethod... methods) {
		JsonRpcServer server = builder.build();
		server.methods().addAll(List.of(methods));
		return new TestServer(server);
	}

	public JsonRpcServer server() {
		return this.server;
	}

	public RpcMethodRegistry methods() {
		return this.server.methods();
	}

	/**
	 * Return the answer to a message, empty if there is none.
	 */
	public Mono<String> send(String message) {
		return this.server.handle(read(message), (request, chain) -> chain.next(request)).map(TestServer::write);
	}

	/**
	 * Wait for the answer to a message, which is {@code ""} if there is none.
	 */
	public String answer(String message) {
		return String.valueOf(send(message).defaultIfEmpty("").block(TIMEOUT));
	}

	/**
	 * Wait for the answer to a call with the id 1.
	 */
	public String call(String method, String params) {
		return answer(request(method, params));
	}

	public static String request(String method, String params) {
		return request(method, params, "1");
	}

	public static String request(String method, String params, String id) {
		return "{'jsonrpc':'2.0','method':'" + method + "','params':" + params + ",'id':" + id + "}";
	}

	public static String notification(String method, String params) {
		return "{'jsonrpc':'2.0','method':'" + method + "','params':" + params + "}";
	}

	public static String result(String result) {
		return result(result, "1");
	}

	public static String result(String result, String id) {
		return "{\"jsonrpc\":\"2.0\",\"result\":" + result + ",\"id\":" + id + "}";
	}

	public static String error(int code, String message) {
		return error(code, message, "1");
	}

	public static String error(int code, String message, String id) {
		return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":" + code + ",\"message\":\"" + message + "\"},\"id\":" + id
				+ "}";
	}

	public static String internalError(String id) {
		return error(-32603, "Internal error", id);
	}

	public static JsonRpcMessage read(String message) {
		return CODEC.decode(message.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 1000);
	}

	public static String write(JsonRpcMessage message) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			CODEC.encode(message, out);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toString(StandardCharsets.UTF_8);
	}

}
