package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entry of a batch is what it would be by itself, whatever stands before it.
 */
class BatchFuzzTests {

	private static final int ROUNDS = 30_000;

	private static final List<String> NAMES = List.of("\"jsonrpc\"", "\"jsonrpc\"", "\"method\"", "\"method\"",
			"\"params\"", "\"id\"", "\"result\"", "\"error\"", "\"other\"", "\"m\\u0065thod\"", "\"\\u006asonrpc\"",
			"\"metho\"", "\"methods\"", "\"\"");

	private static final List<String> VALUES = List.of("\"2.0\"", "\"2.0\"", "\"2.0\"", "\"m\"", "\"m\"", "\"n\"",
			"\"\\u006d\"", "1", "12", "-0", "null", "[1,2]", "[ 1 , {\"method\":\"x\"} ]", "{\"id\":1}", "{}", "[]",
			"{\"code\":1,\"message\":\"\"}", "true");

	private static final List<String> BLANKS = List.of("", "", "", "", " ", "\n\t");

	private final JsonRpcCodec codec = new JsonRpcCodec(new JacksonValueMapper(JsonMapper.builder().build(), true));

	private final Random random = new Random(20261129);

	private String any(List<String> texts) {
		return texts.get(this.random.nextInt(texts.size()));
	}

	private String blank() {
		return any(BLANKS);
	}

	private String entry() {
		List<String> members = new ArrayList<>();
		if (this.random.nextInt(3) > 0) {
			members.addAll(List.of("\"jsonrpc\":\"2.0\"", "\"method\":" + any(List.of("\"m\"", "\"n\""))));
		}
		for (int i = this.random.nextInt(4); i > 0; i--) {
			members.add(any(NAMES) + blank() + ":" + blank() + any(VALUES));
		}
		if (this.random.nextInt(4) == 0) {
			Collections.shuffle(members, this.random);
		}
		String blank = blank();
		return "{" + blank + String.join(blank + "," + blank, members) + blank + "}";
	}

	private static String describe(JsonRpcMessage message) {
		if (message instanceof InvalidMessage invalid) {
			return "invalid " + invalid.id() + " " + invalid.reason() + " " + invalid.response();
		}
		if (message instanceof JsonRpcRequest request) {
			return request + " " + request.params();
		}
		return message.toString();
	}

	private JsonRpcMessage decode(String json) {
		return this.codec.decode(json.getBytes(StandardCharsets.UTF_8), 100);
	}

	private void readsEntriesAsIfAlone(List<String> entries) {
		String batch = "[" + String.join(",", entries) + "]";
		JsonRpcMessage message = decode(batch);
		assertThat(message).as(batch).isInstanceOf(JsonRpcBatch.class);
		List<String> read = ((JsonRpcBatch) message).messages().stream().map(BatchFuzzTests::describe).toList();
		assertThat(read).as(batch).isEqualTo(entries.stream().map(this::decode).map(BatchFuzzTests::describe).toList());
	}

	@Test
	void readsRandomEntriesAsIfAlone() {
		for (int round = 0; round < ROUNDS; round++) {
			List<String> entries = new ArrayList<>();
			for (int i = 1 + this.random.nextInt(5); i > 0; i--) {
				boolean again = !entries.isEmpty() && this.random.nextInt(4) == 0;
				entries.add(again ? entries.get(entries.size() - 1) : entry());
			}
			readsEntriesAsIfAlone(entries);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"method\":\"x\"}|{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":2}",
			"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"method\":\"x\"}|{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"method\":\"n\",\"id\":2}",
			"{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}|{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1,\"jsonrpc\":1}|{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}",
			"{ \"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"m\"}|{ }", "{\n\"jsonrpc\":\"2.0\"}|{\n}",
			"{\"jsonrpc\":\"2.0\",\"method\":\"m\"}|{\"jsonrpc\":\"2.0\",\"method\":\"m\",\"id\":1}|{\"jsonrpc\":\"2.0\"}" })
	void readsEntriesThatBeginAlike(String entries) {
		readsEntriesAsIfAlone(List.of(entries.split("\\|")));
	}

}
