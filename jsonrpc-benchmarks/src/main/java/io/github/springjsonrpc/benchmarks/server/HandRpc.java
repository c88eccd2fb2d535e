package io.github.springjsonrpc.benchmarks.server;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON-RPC as a good engineer writes it by hand when it has to be fast: one pass of
 * Jackson's streaming parser over the envelope, params as a tree, the answer written by
 * the streaming generator. No validation beyond what it takes, no middleware, no limits.
 */
public final class HandRpc {

	private static final Duration SLOW = Duration.ofMillis(50);

	private final JsonMapper mapper = JsonMapper.builder().build();

	/**
	 * Answer a message.
	 */
	public Mono<byte[]> answer(byte[] message) {
		try (JsonParser parser = this.mapper.createParser(message)) {
			if (parser.nextToken() == JsonToken.START_ARRAY) {
				return Mono.just(batch(parser));
			}
			Call call = read(parser);
			return call.isSlow() ? Mono.delay(SLOW).map((tick) -> write(call)) : Mono.just(write(call));
		}
	}

	private byte[] batch(JsonParser parser) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
		try (JsonGenerator generator = this.mapper.createGenerator(out)) {
			generator.writeStartArray();
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				write(read(parser), generator);
			}
			generator.writeEndArray();
		}
		return out.toByteArray();
	}

	private byte[] write(Call call) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(256);
		try (JsonGenerator generator = this.mapper.createGenerator(out)) {
			write(call, generator);
		}
		return out.toByteArray();
	}

	private static Call read(JsonParser parser) {
		String method = "";
		JsonNode params = null;
		JsonNode id = null;
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = parser.currentName();
			parser.nextToken();
			switch (name) {
				case "method" -> method = parser.getString();
				case "params" -> params = parser.readValueAsTree();
				case "id" -> id = parser.readValueAsTree();
				default -> parser.skipChildren();
			}
		}
		return new Call(method, params, id);
	}

	private static void write(Call call, JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("jsonrpc", "2.0");
		generator.writeName("result");
		result(call, generator);
		generator.writeName("id");
		generator.writePOJO(call.id());
		generator.writeEndObject();
	}

	private static void result(Call call, JsonGenerator generator) {
		switch (call.method()) {
			case "add" -> generator.writeNumber(call.param(0).intValue() + call.param(1).intValue());
			case "user.get" -> generator.writePOJO(User.of(call.param(0).longValue()));
			case "echo" -> generator.writePOJO(call.params());
			case "slow" -> generator.writeString("done");
			default -> throw new IllegalArgumentException("No such method: " + call.method());
		}
	}

	private record Call(String method, @Nullable JsonNode params, @Nullable JsonNode id) {

		boolean isSlow() {
			return this.method.equals("slow");
		}

		JsonNode param(int index) {
			if (this.params == null) {
				throw new IllegalArgumentException("No params");
			}
			return this.params.get(index);
		}

	}

}
