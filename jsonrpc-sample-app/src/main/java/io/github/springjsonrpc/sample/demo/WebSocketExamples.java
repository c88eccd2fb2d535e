package io.github.springjsonrpc.sample.demo;

import java.util.Map;
import java.util.function.Consumer;

import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.protocol.JsonRpcParams;

/**
 * Calls over WebSocket.
 */
final class WebSocketExamples {

	private final JsonRpcClient client;

	private final Basics basics;

	private final Consumer<String> out;

	WebSocketExamples(JsonRpcClient client, Basics basics, Consumer<String> out) {
		this.client = client;
		this.basics = basics;
		this.out = out;
	}

	void run() {
		this.out.accept(this.basics.ping());
		this.out.accept(String.valueOf(this.basics.echo(JsonRpcParams.positional("request"))));
		this.basics.tell(JsonRpcParams.positional("notification"));
		this.out.accept(this.client.method("echo").params("some request").toRequest().toString());
		this.out.accept(this.client.method("echo").params(Map.of("a", 1)).toNotification().toString());
		this.client.notification("ping").send().block();
		this.client
			.batch((batch) -> batch.add(this.client.method("echo").params("test"))
				.add(this.client.notification("echo").params(Map.of("a", 1, "b", 2)))
				.add(this.client.method("ping")))
			.doOnNext((result) -> this.out.accept("[" + result.get(0, Map.class) + ", " + result.get(1, Map.class)
					+ ", " + result.get(2, String.class) + "]"))
			.block();
	}

}
