package io.github.springjsonrpc.server.webflux;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import io.github.springjsonrpc.CapturedLog;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests what becomes of items that nobody reads in time.
 */
@SpringBootTest(classes = SubscriptionMethods.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.io.github.springjsonrpc=off", "jsonrpc.server.websocket.outbound-buffer=512KB",
				"jsonrpc.server.websocket.write-timeout=60s" })
class SlowSubscriberTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	// what the sockets of both ends hold, and some more
	private static final long IN_SOCKETS = 16 * 1024 * 1024;

	private SubscriberSocket socket;

	@Autowired
	private SubscriptionMethods.Floods floods;

	@LocalServerPort
	private int port;

	@BeforeEach
	void connect() {
		this.socket = new SubscriberSocket(this.port);
	}

	@AfterEach
	void disconnect() {
		this.socket.close();
	}

	@Test
	void holdsTheSourceUpWhileNobodyReads() {
		this.socket.subscribe("flood_subscribe", "[\"patient\"]");
		this.socket.stopReading();
		await().atMost(TIMEOUT).during(Duration.ofMillis(500)).until(this::standsStill);
		assertThat(this.floods.produced.get() * SubscriptionMethods.Floods.ITEM.length()).isLessThan(IN_SOCKETS);
		try (SubscriberSocket other = new SubscriberSocket(this.port)) {
			assertThat(other.call("flood.ping", "[]").get("result").asString()).isEqualTo("pong");
			other.subscribe("flood_subscribe", "[\"patient\"]");
			assertThat(other.next("flood_subscription")).isNotEmpty();
		}
		this.socket.readOn();
		for (int i = 1; i < 5000; i++) {
			assertThat(this.socket.next("flood_subscription")).contains("result");
		}
	}

	private long last;

	private boolean standsStill() {
		long produced = this.floods.produced.get();
		boolean same = produced == this.last && produced > 0;
		this.last = produced;
		return same;
	}

	@ParameterizedTest
	@ValueSource(strings = { "dropOldest", "dropLatest" })
	void dropsWhatNobodyReadsAndCountsIt(String kind) {
		this.socket.subscribe("flood_subscribe", "[\"" + kind + "\"]");
		this.socket.stopReading();
		try (SubscriberSocket other = new SubscriberSocket(this.port)) {
			assertThat(other.call("flood.ping", "[]").get("result").asString()).isEqualTo("pong");
		}
		this.socket.readOn();
		long sent = 0;
		long dropped = 0;
		boolean end = false;
		while (!end) {
			JsonNode message = this.socket.next();
			end = message.get("method").asString().equals("flood_subscriptionEnd");
			sent += end ? 0 : 1;
			dropped += message.get("params").path("dropped").asLong(0);
		}
		assertThat(sent).isPositive();
		assertThat(sent * SubscriptionMethods.Floods.ITEM.length()).isLessThan(IN_SOCKETS);
		assertThat(sent + dropped).isEqualTo(SubscriptionMethods.Floods.ITEMS);
	}

	@Test
	void endsWithAnErrorAfterTheBufferedItems() {
		String id = this.socket.subscribe("flood_subscribe", "[\"buffer\"]");
		int expected = 1;
		JsonNode message = this.socket.next();
		while (message.get("method").asString().equals("flood_subscription")) {
			assertThat(message.get("params").get("result").asInt()).isEqualTo(expected++);
			message = this.socket.next();
		}
		assertThat(expected).isGreaterThan(8);
		assertThat(message.get("params").toString())
			.isEqualTo("{\"subscription\":\"" + id + "\",\"error\":{\"code\":-32005,\"message\":\"Limit exceeded\","
					+ "\"data\":{\"overflow\":\"buffer\",\"limit\":8}}}");
		assertThat(this.socket.call("flood.ping", "[]").get("result").asString()).isEqualTo("pong");
	}

	@Test
	void closesTheConnectionAndSaysWhy() {
		try (CapturedLog log = CapturedLog.of(JsonRpcConnection.class, Level.WARN)) {
			this.socket.subscribe("flood_subscribe", "[\"close\"]");
			assertThat(this.socket.closed()).matches("1008 Subscription 0x[0-9a-f]{32} overflowed");
			assertThat(log.lines()).singleElement().asString().contains("overflowed");
		}
	}

	@Test
	void endsASourceThatCanNotWait() {
		this.socket.subscribe("flood_subscribe", "[\"impatient\"]");
		JsonNode message = this.socket.next();
		while (message.get("method").asString().equals("flood_subscription")) {
			message = this.socket.next();
		}
		assertThat(message.toString()).contains("\"overflow\":\"backpressure\"");
	}

}
