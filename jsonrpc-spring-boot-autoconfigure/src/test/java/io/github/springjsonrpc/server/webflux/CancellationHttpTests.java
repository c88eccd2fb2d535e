package io.github.springjsonrpc.server.webflux;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of calls whose client goes away. Seed rows S16, S42 and S73.
 */
@CallHttpTest
class CancellationHttpTests {

	@LocalServerPort
	private int port;

	@Autowired
	private CallProbe probe;

	private static String call(String method, String key) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"call." + method + "\",\"params\":[\"" + key + "\"],\"id\":\"" + key
				+ "\"}";
	}

	private static String notification(String method, String key) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"call." + method + "\",\"params\":[\"" + key + "\"]}";
	}

	private RawHttp send(String message) {
		return RawHttp.connect(this.port).send(RawHttp.post("/rpc", message));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mono", "flux", "future" })
	void cancelsWhatAMethodReturnedIfTheConnectionIsReset(String method) {
		String key = "reset-" + method;
		RawHttp client = send(call(method, key));
		this.probe.await(key, "started");
		client.reset();
		this.probe.await(key, "cancelled");
		this.probe.await(key, "dropped");
		assertThat(this.probe.events(key)).doesNotContain("ended", "answered", "failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mono", "flux", "future" })
	void cancelsWhatAMethodReturnedIfTheConnectionIsClosed(String method) {
		String key = "close-" + method;
		RawHttp client = send(call(method, key));
		this.probe.await(key, "started");
		client.close();
		this.probe.await(key, "cancelled");
		this.probe.await(key, "dropped");
	}

	@Test
	void interruptsMethodThatBlocks() {
		RawHttp client = send(call("blocking", "interrupted"));
		this.probe.await("interrupted", "started");
		client.reset();
		this.probe.await("interrupted", "interrupted");
		this.probe.await("interrupted", "dropped");
	}

	@Test
	void cancelsForClientThatLosesItsPatience() {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/rpc"))
			.POST(BodyPublishers.ofString(call("mono", "patience")))
			.build();
		CompletableFuture<HttpResponse<String>> response = HttpClient.newHttpClient()
			.sendAsync(request, BodyHandlers.ofString());
		this.probe.await("patience", "started");
		response.cancel(true);
		this.probe.await("patience", "cancelled");
	}

	@Test
	void cancelsWhatRunsOfBatchAndStartsNoMore() {
		String batch = IntStream.range(0, 40)
			.mapToObj((i) -> call((i % 2 == 0) ? "mono" : "blocking", "batch"))
			.collect(Collectors.joining(",", "[", "]"));
		RawHttp client = send(batch);
		this.probe.await("batch", "started", 16);
		client.reset();
		this.probe.await("batch", "cancelled", 8);
		this.probe.await("batch", "interrupted", 8);
		this.probe.await("batch", "dropped", 16);
		// a later call is through the same threads and would come behind them
		assertThat(
				RawHttp.exchange(this.port, RawHttp.post("/rpc", call("repeat", "1").replace("\"1\"", "1"))).status())
			.isEqualTo(200);
		assertThat(this.probe.events("batch").stream().filter("passed"::equals)).hasSize(16);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mono", "blocking" })
	void runsNotificationToItsEnd(String method) {
		String key = "notification-" + method;
		RawHttp client = send(notification(method, key));
		this.probe.await(key, "started");
		waitUntilTheServerHasSeen(client, "after-" + key);
		this.probe.end(key);
		this.probe.await(key, "ended");
		assertThat(this.probe.events(key)).containsExactly("started", "ended");
	}

	@Test
	void runsNotificationsOfBatchToTheirEndAndCancelsTheRest() {
		RawHttp client = send("[" + notification("mono", "mixed-notification") + "," + call("mono", "mixed-call") + ","
				+ notification("blocking", "mixed-blocking") + "]");
		this.probe.await("mixed-notification", "started");
		this.probe.await("mixed-blocking", "started");
		this.probe.await("mixed-call", "started");
		client.reset();
		this.probe.await("mixed-call", "cancelled");
		this.probe.end("mixed-notification");
		this.probe.end("mixed-blocking");
		this.probe.await("mixed-notification", "ended");
		this.probe.await("mixed-blocking", "ended");
		assertThat(this.probe.events("mixed-notification")).containsExactly("started", "ended");
		assertThat(this.probe.events("mixed-blocking")).containsExactly("started", "ended");
	}

	/**
	 * Reset a connection and wait until the server must have noticed: it notices in the
	 * order of its resets that a call on another one has lost its client as well.
	 */
	private void waitUntilTheServerHasSeen(RawHttp client, String key) {
		for (int i = 0; i < 8; i++) {
			// each event loop of the server gets one of them
			RawHttp other = send(call("mono", key + i));
			this.probe.await(key + i, "started");
			if (i == 0) {
				client.reset();
			}
			other.reset();
			this.probe.await(key + i, "cancelled");
		}
	}

	@Test
	void callsNothingForRequestThatBreaksOff() {
		String whole = call("mono", "broken-off");
		byte[] request = RawHttp.post("/rpc", whole);
		for (int missing : new int[] { 1, 10, whole.length() }) {
			byte[] part = new byte[request.length - missing];
			System.arraycopy(request, 0, part, 0, part.length);
			waitUntilTheServerHasSeen(RawHttp.connect(this.port).send(part), "broken-off-" + missing);
		}
		assertThat(this.probe.events("broken-off")).isEmpty();
	}

	@Test
	void endsExchangeOfRequestThatBreaksOff() {
		RawHttp client = RawHttp.connect(this.port)
			.send(RawHttp.head("POST", "/rpc", new String[] { "X-Probe: exchange", "Expect: 100-continue" },
					"Content-Length: 100"));
		// the server waits for the body
		assertThat(client.read().status()).isEqualTo(100);
		client.send("{").reset();
		this.probe.await("exchange", "cancel");
	}

	@Test
	void servesOthersWhileClientsGoAway() {
		for (int i = 0; i < 50; i++) {
			RawHttp leaving = send(call("mono", "leaving"));
			HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc",
					"{\"jsonrpc\":\"2.0\",\"method\":\"call.later\",\"params\":[" + i + "],\"id\":1}"));
			assertThat(answer.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"result\":" + i + ",\"id\":1}");
			leaving.reset();
		}
		this.probe.await("leaving", "cancelled", 50);
	}

	@Test
	void releasesLargeAnswersThatNobodyReads() throws InterruptedException {
		String large = "{\"jsonrpc\":\"2.0\",\"method\":\"call.repeat\",\"params\":[2000000],\"id\":\"large\"}";
		for (int i = 0; i < 40; i++) {
			RawHttp client = send(large);
			if (i % 2 == 0) {
				// the server is at its answer
				this.probe.await("large", "answered", i / 2 + 1);
			}
			client.reset();
		}
		HttpAnswer answer = RawHttp.exchange(this.port, RawHttp.post("/rpc", large));
		assertThat(answer.body()).hasSizeGreaterThan(2_000_000);
		assertThat(BufferLeaks.collect()).isEmpty();
	}

}
