package io.github.springjsonrpc.docs.subscriptions;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The snippets of {@code docs/websocket.md} about subscriptions run, and a client sees
 * what the page says.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.config.name=docs")
class SubscriptionsPageTests implements WebSocket.Listener {

	private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

	@LocalServerPort
	private int port;

	@Override
	public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
		this.messages.add(text.toString());
		socket.request(1);
		return null;
	}

	@Test
	void sendsItemsAndTheEnd() throws Exception {
		String id = subscribe("prices_subscribe", "[\"changes\",\"ACME\"]");
		assertThat(next()).isEqualTo(notification("prices_subscription", id, "\"result\":41"));
		assertThat(next()).isEqualTo(notification("prices_subscription", id, "\"result\":42"));
		assertThat(next()).isEqualTo(notification("prices_subscriptionEnd", id, "\"completed\":true"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "prices_subscribe|[\"newest\"]|prices_subscription",
					"eth_subscribe|[\"newHeads\"]|eth_subscription", "trades.subscribe|[]|trades.subscription",
					"trades.subscribeLarge|[5]|trades.large", "trades.watch|[]|trades.seen" })
	void derivesNames(String subscribe, String params, String notification) throws Exception {
		subscribe(subscribe, params);
		assertThat(next()).startsWith("{\"jsonrpc\":\"2.0\",\"method\":\"" + notification + "\"");
	}

	private String subscribe(String method, String params) throws Exception {
		HttpClient.newHttpClient()
			.newWebSocketBuilder()
			.buildAsync(URI.create("ws://localhost:" + this.port + "/rpc"), this)
			.join()
			.sendText("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s,\"id\":1}".formatted(method, params), true)
			.join();
		String answer = next();
		assertThat(answer).matches("\\{\"jsonrpc\":\"2.0\",\"result\":\"0x[0-9a-f]{32}\",\"id\":1}");
		return answer.substring(27, 61);
	}

	private String next() throws Exception {
		String message = this.messages.poll(20, TimeUnit.SECONDS);
		assertThat(message).isNotNull();
		return message;
	}

	private static String notification(String method, String id, String rest) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":{\"subscription\":\"%s\",%s}}".formatted(method, id,
				rest);
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Feed.class, Heads.class, Trades.class })
	static class Application {

	}

}
