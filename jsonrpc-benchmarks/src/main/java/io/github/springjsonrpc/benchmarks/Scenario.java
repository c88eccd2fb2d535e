package io.github.springjsonrpc.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A message to post, and by how many connections.
 *
 * @param name what it is called in the report
 * @param connections how many connections post it at the same time
 * @param body the message
 */
record Scenario(String name, int connections, byte[] body) {

	static final Scenario ADD = single("add", 64, "add", "[1,2]");

	static final Scenario ADD_BLOCKING = single("addBlocking", 64, "addBlocking", "[1,2]");

	static final Scenario USER = single("user.get", 64, "user.get", "[7]");

	static final Scenario BATCH = new Scenario("batch of 100", 32,
			IntStream.range(0, 100)
				.mapToObj((id) -> request("add", "[" + id + ",2]", id))
				.collect(Collectors.joining(",", "[", "]"))
				.getBytes(StandardCharsets.UTF_8));

	static final Scenario ECHO = single("echo of 1 MB", 8, "echo", megabyte());

	static final Scenario SLOW = single("slow", 256, "slow", "[]");

	static final List<Scenario> HTTP = List.of(ADD, USER, BATCH, ECHO, SLOW);

	/**
	 * Return the name of this part of the benchmark: the first word.
	 */
	String part() {
		return this.name.split(" ")[0];
	}

	static Scenario single(String name, int connections, String method, String params) {
		return new Scenario(name, connections, request(method, params, 1).getBytes(StandardCharsets.UTF_8));
	}

	static String request(String method, String params, int id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":" + id + "}";
	}

	// many small objects, as documents of that size are made of
	private static String megabyte() {
		return IntStream.range(0, 10_000)
			.mapToObj((
					i) -> "{\"id\":%05d,\"name\":\"number %05d\",\"tags\":[\"one\",\"two\",\"three\"],\"value\":%d.25,\"on\":true}"
						.formatted(10_000 + i, i, i))
			.collect(Collectors.joining(",", "[", "]"));
	}

}
