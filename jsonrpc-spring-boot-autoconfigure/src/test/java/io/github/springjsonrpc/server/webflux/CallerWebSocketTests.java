package io.github.springjsonrpc.server.webflux;

import java.net.http.WebSocket;
import java.util.function.UnaryOperator;

import io.github.springjsonrpc.WebSocketTester;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What methods learn of a caller over WebSocket, and what callers do to methods. Seed
 * rows S20, S68 and S73.
 */
@CallHttpTest
class CallerWebSocketTests {

	@LocalServerPort
	private int port;

	@Autowired
	private CallProbe probe;

	private WebSocketTester client;

	@BeforeEach
	void connect() {
		this.client = connect((builder) -> builder.header("X-User", "alice"));
	}

	private WebSocketTester connect(UnaryOperator<WebSocket.Builder> customizer) {
		return WebSocketTester.connect(this.port, "/rpc", customizer);
	}

	@AfterEach
	void disconnect() {
		this.client.close();
	}

	private static String call(String method, String key) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"call." + method + "\",\"params\":[\"" + key + "\"],\"id\":\"" + key
				+ "\"}";
	}

	@Test
	void injectsPrincipalHeadersAndExchangeOfTheHandshake() {
		// again and again, long after the handshake was answered
		for (int i = 0; i < 3; i++) {
			assertThat(this.client.call("caller.principal", "[\"hello\"]")).isEqualTo("\"result\":\"hello alice\"");
			assertThat(this.client.call("caller.request", "[\"X-User\"]")).isEqualTo("\"result\":\"/rpc [alice]\"");
			assertThat(this.client.call("caller.exchange", "[\"seen\"]")).isEqualTo("\"result\":\"by the filter GET\"");
		}
		try (WebSocketTester nobody = connect((builder) -> builder)) {
			assertThat(nobody.call("caller.principal", "[\"hello\"]")).contains("\"code\":-32001");
			assertThat(nobody.call("caller.optional", "[]")).isEqualTo("\"result\":\"nobody\"");
		}
	}

	@Test
	void keepsAttributesOfEachSession() {
		assertThat(this.client.call("caller.count", "[]")).isEqualTo("\"result\":1");
		assertThat(this.client.call("caller.count", "[]")).isEqualTo("\"result\":2");
		try (WebSocketTester other = connect((builder) -> builder)) {
			assertThat(other.call("caller.count", "[]")).isEqualTo("\"result\":1");
		}
	}

	@Test
	void answersInTheOrderInWhichCallsEnd() {
		this.client.send(call("mono", "ws-slow")).send(call("blocking", "ws-stuck"));
		this.probe.await("ws-slow", "started");
		this.probe.await("ws-stuck", "started");
		assertThat(this.client.call("call.later", "[7]")).isEqualTo("\"result\":7");
		this.probe.end("ws-slow");
		assertThat(this.client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"ended\",\"id\":\"ws-slow\"}");
		this.probe.end("ws-stuck");
		assertThat(this.client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":\"ws-stuck\",\"id\":\"ws-stuck\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mono", "flux", "future", "blocking" })
	void cancelsCallAtTheWishOfItsCaller(String method) {
		String key = "ws-cancel-" + method;
		this.client.send(call(method, key));
		this.probe.await(key, "started");
		this.client.send("{\"jsonrpc\":\"2.0\",\"method\":\"$/cancelRequest\",\"params\":{\"id\":\"" + key + "\"}}");
		assertThat(this.client.next()).isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32800,"
				+ "\"message\":\"Request cancelled\"},\"id\":\"" + key + "\"}");
		this.probe.await(key, method.equals("blocking") ? "interrupted" : "cancelled");
		this.probe.await(key, "dropped");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mono", "flux", "future", "blocking" })
	void cancelsCallWhenItsCallerGoesAway(String method) {
		String key = "ws-gone-" + method;
		this.client.send(call(method, key));
		this.probe.await(key, "started");
		this.client.close();
		this.probe.await(key, method.equals("blocking") ? "interrupted" : "cancelled");
		this.probe.await(key, "dropped");
	}

}
