package io.github.springjsonrpc.server.webflux;

import java.time.Duration;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests subscriptions as a client sees them, which knows nothing of this library.
 */
@SpringBootTest(classes = SubscriptionMethods.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.io.github.springjsonrpc=off", "jsonrpc.server.websocket.max-subscriptions=3" })
class SubscriptionTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private SubscriberSocket socket;

	@Autowired
	private SubscriptionMethods.Feed feed;

	@Autowired
	private JsonRpcConnectionRegistry connections;

	@LocalServerPort
	private int port;

	@BeforeEach
	void connect() {
		this.socket = new SubscriberSocket(this.port);
	}

	@AfterEach
	void disconnect() {
		this.socket.close();
		await().pollInSameThread()
			.pollInterval(Duration.ofMillis(10))
			.atMost(TIMEOUT)
			.until(this.connections.all()::isEmpty);
	}

	@Test
	void sendsItemsAndTheEndAfterTheAnswer() {
		String id = this.socket.subscribe("feed_subscribe", "[\"count\", 3]");
		assertThat(id).matches("0x[0-9a-f]{32}");
		assertThat(this.socket.next("feed_subscription")).isEqualTo("{\"subscription\":\"" + id + "\",\"result\":1}");
		assertThat(this.socket.next("feed_subscription")).isEqualTo("{\"subscription\":\"" + id + "\",\"result\":2}");
		assertThat(this.socket.next("feed_subscription")).isEqualTo("{\"subscription\":\"" + id + "\",\"result\":3}");
		assertThat(this.socket.next("feed_subscriptionEnd"))
			.isEqualTo("{\"subscription\":\"" + id + "\",\"completed\":true}");
		assertThat(this.socket.call("feed_unsubscribe", "[\"" + id + "\"]").get("result").asBoolean()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"count\", 5, 5]", "{\"kind\": \"count\", \"to\": 5, \"from\": 5}",
			"{\"from\": 5, \"to\": 5, \"kind\": \"count\"}" })
	void bindsParamsBesideTheKind(String params) {
		this.socket.subscribe("feed_subscribe", params);
		assertThat(this.socket.next("feed_subscription")).endsWith("\"result\":5}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "[]|-32602|kind", "{}|-32602|kind", "null|-32602|kind", "[7]|-32602|kind",
					"{\"kind\":null}|-32602|kind", "[\"nope\"]|-32601|no subscription of this kind",
					"[\"count\"]|-32602|\"path\":\"to\"", "[\"count\", 0]|-32602|must be greater than 0",
					"[\"count\", 1, 1, 1]|-32602|more than 2 elements", "{\"kind\":\"count\",\"too\":1}|-32602|too",
					"[\"thrown\"]|404|No such symbol" })
	void refusesWhatCanNotBeSubscribedTo(String params, int code, String reason) {
		JsonNode error = this.socket.call("feed_subscribe", params).get("error");
		assertThat(error.get("code").asInt()).isEqualTo(code);
		assertThat(error.toString()).contains(reason);
		assertThat(connection().subscriptions().size()).isZero();
	}

	@Test
	void letsSeveralBeansContributeToANamespace() {
		String id = this.socket.subscribe("feed_subscribe", "[\"words\"]");
		assertThat(this.socket.next("feed_subscription"))
			.isEqualTo("{\"subscription\":\"" + id + "\",\"result\":\"a\"}");
	}

	@Test
	void givesASubscriptionMethodsOfItsOwn() {
		String id = this.socket.subscribe("ticks.subscribe", "{\"count\": 1}");
		assertThat(this.socket.next("ticks.subscription")).isEqualTo("{\"subscription\":\"" + id + "\",\"result\":1}");
		assertThat(this.socket.next("ticks.subscriptionEnd")).contains("completed");
		assertThat(
				this.socket.call("ticks.unsubscribe", "{\"subscription\": \"" + id + "\"}").get("result").asBoolean())
			.isFalse();
	}

	@Test
	void cancelsTheSourceOnce() {
		long before = this.feed.cancelled.get();
		String id = this.socket.subscribe("feed_subscribe", "[\"endless\"]");
		assertThat(this.socket.next("feed_subscription")).contains("first");
		assertThat(this.socket.call("feed_unsubscribe", "[\"" + id + "\"]").get("result").asBoolean()).isTrue();
		assertThat(this.socket.call("feed_unsubscribe", "[\"" + id + "\"]").get("result").asBoolean()).isFalse();
		assertThat(this.feed.cancelled).hasValue(before + 1);
		assertThat(connection().subscriptions().size()).isZero();
	}

	@Test
	void leavesSubscriptionsOfOtherConnectionsAlone() {
		String id = this.socket.subscribe("feed_subscribe", "[\"endless\"]");
		try (SubscriberSocket other = new SubscriberSocket(this.port)) {
			assertThat(other.call("feed_unsubscribe", "[\"" + id + "\"]").get("result").asBoolean()).isFalse();
			assertThat(other.call("feed_unsubscribe", "[\"\"]").get("result").asBoolean()).isFalse();
			assertThat(other.call("feed_unsubscribe", "[5]").get("error").get("code").asInt()).isEqualTo(-32602);
		}
		assertThat(this.socket.call("feed_unsubscribe", "[\"" + id + "\"]").get("result").asBoolean()).isTrue();
	}

	@Test
	void cancelsTheSourceWhenTheConnectionEnds() {
		long before = this.feed.cancelled.get();
		this.socket.subscribe("feed_subscribe", "[\"endless\"]");
		this.socket.subscribe("feed_subscribe", "[\"endless\"]");
		this.socket.close();
		await().atMost(TIMEOUT).until(() -> this.feed.cancelled.get() == before + 2);
	}

	@Test
	void tellsNothingOfAnUnexpectedFailure() {
		String id = this.socket.subscribe("feed_subscribe", "[\"unexpected\"]");
		assertThat(this.socket.next("feed_subscription")).contains("one");
		assertThat(this.socket.next("feed_subscriptionEnd"))
			.isEqualTo("{\"subscription\":\"" + id + "\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"}}");
		assertThat(connection().subscriptions().size()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "mapped|{\"code\":404,\"message\":\"No such symbol\"}",
			"limited|{\"code\":-32005,\"message\":\"Limit exceeded\",\"data\":\"later\"}" })
	void mapsFailuresLikeThoseOfCalls(String kind, String error) {
		this.socket.subscribe("feed_subscribe", "[\"" + kind + "\"]");
		assertThat(this.socket.next("feed_subscriptionEnd")).endsWith("\"error\":" + error + "}");
	}

	@Test
	void endsWithTheItemThatCanNotBeWritten() {
		this.socket.subscribe("feed_subscribe", "[\"unwritable\"]");
		assertThat(this.socket.next("feed_subscription")).contains("fine");
		assertThat(this.socket.next("feed_subscriptionEnd")).contains("-32603").doesNotContain("secret");
	}

	@Test
	void endsWithWhatReactorTakesForTheEndOfTheJvm() {
		this.socket.subscribe("feed_subscribe", "[\"linkage\"]");
		for (int i = 1; i < 50; i++) {
			assertThat(this.socket.next("feed_subscription")).endsWith("\"result\":" + i + "}");
		}
		assertThat(this.socket.next("feed_subscriptionEnd")).contains("-32603").doesNotContain("secret");
	}

	@Test
	void writesItemsAsTheirDeclaredType() {
		this.socket.subscribe("feed_subscribe", "[\"shapes\"]");
		assertThat(this.socket.next("feed_subscription")).contains("\"@type\":\"circle\"");
	}

	@Test
	void sendsTheItemsOfKotlinFlows() {
		this.socket.subscribe("kotlin_subscribe", "[\"flow\", 5]");
		assertThat(this.socket.next("kotlin_subscription")).endsWith("\"result\":5}");
		assertThat(this.socket.next("kotlin_subscription")).endsWith("\"result\":6}");
		assertThat(this.socket.next("kotlin_subscriptionEnd")).contains("completed");
		this.socket.subscribe("kotlin_subscribe", "[\"later\"]");
		assertThat(this.socket.next("kotlin_subscription")).endsWith("\"result\":\"at last\"}");
	}

	@Test
	void givesTheStreamTheContextOfTheCall() {
		this.socket.subscribe("feed_subscribe", "[\"context\"]");
		assertThat(this.socket.next("feed_subscription")).endsWith("\"/rpc feed_subscribe acme\"}");
	}

	@Test
	void givesTheStreamTheThreadLocalsOfTheCall() {
		ThreadLocal<String> user = this.feed.user;
		String key = SubscriptionMethods.Feed.USER;
		ContextRegistry.getInstance().registerThreadLocalAccessor(key, user::get, user::set, user::remove);
		try {
			this.socket.subscribe("feed_subscribe", "[\"threadLocal\"]");
			assertThat(this.socket.next("feed_subscription")).endsWith("\"ann called, ann subscribed\"}");
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor(key);
		}
	}

	@Test
	void limitsSubscriptionsOfAConnection() {
		for (int i = 0; i < 3; i++) {
			this.socket.subscribe("feed_subscribe", "[\"endless\"]");
			this.socket.next("feed_subscription");
		}
		JsonNode error = this.socket.call("feed_subscribe", "[\"endless\"]").get("error");
		assertThat(error.get("code").asInt()).isEqualTo(-32005);
		assertThat(error.get("data").get("reason").asString()).isEqualTo("too many subscriptions");
	}

	@Test
	void doesNotSubscribeByNotification() {
		long before = this.feed.invoked.get();
		this.socket.send("{\"jsonrpc\":\"2.0\",\"method\":\"feed_subscribe\",\"params\":[\"count\",1]}");
		assertThat(this.socket.call("feed.list", "[]").get("result").toString()).isEqualTo("[1,2,3]");
		assertThat(this.feed.invoked).hasValue(before);
		assertThat(connection().subscriptions().size()).isZero();
	}

	@Test
	void subscribesWithinABatch() {
		this.socket.send("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"feed_subscribe\",\"params\":[\"count\",1]},"
				+ "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"feed.list\"}]");
		String id = this.socket.next().get(0).get("result").asString();
		assertThat(this.socket.next("feed_subscription")).isEqualTo("{\"subscription\":\"" + id + "\",\"result\":1}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "feed_subscribe|[\"count\",1]", "ticks.subscribe|[1]",
			"feed_unsubscribe|[\"0x1\"]", "feed_subscribe|[\"nope\"]" })
	void saysOverHttpThatSubscriptionsNeedAConnection(String method, String params) {
		WebTestClient.bindToServer()
			.baseUrl("http://localhost:" + this.port)
			.build()
			.post()
			.uri("/rpc")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params))
			.exchange()
			.expectBody(String.class)
			.isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\","
					+ "\"data\":{\"reason\":\"Subscriptions need a WebSocket connection\"}},\"id\":1}");
	}

	private JsonRpcConnection connection() {
		assertThat(this.connections.all()).isNotEmpty();
		return this.connections.all().iterator().next();
	}

}
