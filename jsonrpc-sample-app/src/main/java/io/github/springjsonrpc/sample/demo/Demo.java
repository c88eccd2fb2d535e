package io.github.springjsonrpc.sample.demo;

import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcClientFactory;
import io.github.springjsonrpc.client.proxy.RpcProxyFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets the application call itself when it has started, and prints the answers.
 */
@Component
@Profile("demo")
class Demo {

	private final JsonRpcClientFactory clients;

	private final RpcProxyFactory proxies;

	private final Environment environment;

	Demo(JsonRpcClientFactory clients, RpcProxyFactory proxies, Environment environment) {
		this.clients = clients;
		this.proxies = proxies;
		this.environment = environment;
	}

	@EventListener(ApplicationReadyEvent.class)
	void run() {
		String server = "localhost:" + this.environment.getProperty("local.server.port") + "/rpc";
		System.out.println("Calls over HTTP:");
		try (JsonRpcClient client = this.clients.create("http://" + server)) {
			new HttpExamples(client, this.proxies.create(Basics.class, client), System.out::println).run();
		}
		System.out.println("Calls over WebSocket:");
		try (JsonRpcClient client = this.clients.create("ws://" + server)) {
			new WebSocketExamples(client, this.proxies.create(Basics.class, client), System.out::println).run();
		}
	}

}
