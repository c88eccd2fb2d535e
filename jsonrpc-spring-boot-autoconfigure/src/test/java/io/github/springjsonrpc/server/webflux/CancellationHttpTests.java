package io.github.springjsonrpc.server.webflux;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that goes away cancels what it waits for. Seed rows S16, S42 and S73.
 */
@HttpTest
class CancellationHttpTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	@LocalServerPort
	private int port;

	@Autowired
	private Probe probe;

	@Test
	void cancelsReactiveMethod() {
		RawHttp http = call("probe.reactive", "reactive", ",\"id\":1");
		http.reset();
		await("reactive", "cancelled");
	}

	@Test
	void cancelsReactiveMethodIfTheConnectionIsClosedInOrder() {
		RawHttp http = call("probe.reactive", "closed", ",\"id\":1");
		http.close();
		await("closed", "cancelled");
	}

	@Test
	void interruptsBlockingMethod() {
		RawHttp http = call("probe.blocking", "blocking", ",\"id\":1");
		http.reset();
		await("blocking", "interrupted");
	}

	@Test
	void cancelsAllCallsOfBatch() {
		RawHttp http = RawHttp.connect(this.port);
		String one = "{\"jsonrpc\":\"2.0\",\"method\":\"probe.reactive\",\"params\":[\"batch1\"],\"id\":1}";
		String other = "{\"jsonrpc\":\"2.0\",\"method\":\"probe.blocking\",\"params\":[\"batch2\"],\"id\":2}";
		http.send(RawHttp.post("/rpc", "[" + one + "," + other + "]"));
		await("batch1", "started");
		await("batch2", "started");
		http.reset();
		await("batch1", "cancelled");
		await("batch2", "interrupted");
	}

	@Test
	void cancelsInOwnRoute() {
		RawHttp http = RawHttp.connect(this.port);
		http.send(RawHttp.post("/api/v2/rpc",
				"{\"jsonrpc\":\"2.0\",\"method\":\"probe.reactive\",\"params\":[\"route\"],\"id\":1}"));
		await("route", "started");
		http.reset();
		await("route", "cancelled");
	}

	@Test
	void runsNotificationToItsEnd() {
		RawHttp http = call("probe.reactive", "notification", "");
		http.reset();
		// the server has seen the reset once it has cancelled a call that came later
		call("probe.reactive", "later", ",\"id\":1").reset();
		await("later", "cancelled");
		this.probe.open("notification");
		await("notification", "done");
		assertThat(this.probe.events("notification")).containsExactly("started", "done");
	}

	@Test
	void releasesResponsesThatNobodyReads() {
		String call = "{\"jsonrpc\":\"2.0\",\"method\":\"probe.repeat\",\"params\":[500000],\"id\":1}";
		String blocking = "{\"jsonrpc\":\"2.0\",\"method\":\"text\",\"params\":[\"%s\"],\"id\":1}"
			.formatted("x".repeat(100_000));
		for (int i = 0; i < 100; i++) {
			RawHttp http = RawHttp.connect(this.port);
			http.send(RawHttp.post("/rpc", (i % 2 == 0) ? call : blocking));
			if (i % 3 == 0) {
				Thread.yield();
			}
			http.reset();
		}
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", call));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).hasSizeGreaterThan(500_000);
	}

	private RawHttp call(String method, String key, String id) {
		RawHttp http = RawHttp.connect(this.port);
		http.send(RawHttp.post("/rpc",
				"{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":[\"%s\"]%s}".formatted(method, key, id)));
		await(key, "started");
		return http;
	}

	private void await(String key, String event) {
		Awaitility.await(key)
			.atMost(TIMEOUT)
			.pollInterval(Duration.ofMillis(5))
			.untilAsserted(() -> assertThat(this.probe.events(key)).contains(event));
	}

}
