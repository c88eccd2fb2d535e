package io.github.springjsonrpc.sample.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.github.springjsonrpc.client.BatchResult;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;

/**
 * Calls over HTTP.
 */
final class HttpExamples {

	private final JsonRpcClient client;

	private final Basics basics;

	private final Consumer<String> out;

	HttpExamples(JsonRpcClient client, Basics basics, Consumer<String> out) {
		this.client = client;
		this.basics = basics;
		this.out = out;
	}

	void run() {
		this.out.accept("#1 " + this.basics.ping());
		this.out.accept("#2 " + this.basics.echo(JsonRpcParams.positional("one", "two")));
		this.out.accept("#3 " + this.basics.echo(JsonRpcParams.named(Map.of("three", "3"))));
		this.out.accept("#4 " + this.client.method("echo").params(Map.of("three", "3")).block(Map.class));
		this.client.notification("echo").params(123).send().block();
		JsonRpcResponse response = this.client
			.exchange(JsonRpcRequest.request(JsonRpcId.of(123), "ping", JsonRpcParams.none()))
			.block();
		this.out.accept("#5 " + response + ": " + ((response != null) ? response.result() : "none"));
		this.out.accept("#6 " + batch());
		this.client
			.batch((batch) -> batch.add(this.client.notification("ping"))
				.add(this.client.notification("echo").params("one", "two"))
				.add(this.client.notification("echo").params(Map.of("three", "3"))))
			.block();
	}

	private List<Object> batch() {
		BatchResult result = this.client
			.batch((batch) -> batch.add(this.client.method("ping"))
				.add(this.client.method("echo").params("one", "two"))
				.add(this.client.method("echo").params(Map.of("three", "3"))))
			.block();
		return (result != null) ? IntStream.range(0, 3).mapToObj((i) -> result.get(i, Object.class)).toList()
				: List.of();
	}

}
