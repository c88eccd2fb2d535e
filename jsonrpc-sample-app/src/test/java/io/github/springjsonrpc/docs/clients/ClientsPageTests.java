package io.github.springjsonrpc.docs.clients;

import java.time.Duration;

import io.github.springjsonrpc.autoconfigure.JsonRpcCodecAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.client.JsonRpcClientAutoConfiguration;
import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The snippets of {@code docs/clients.md} run.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = ClientsPageApplication.class,
		properties = "spring.config.name=docs")
class ClientsPageTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	@LocalServerPort
	private int port;

	@Autowired
	private JsonRpcClientFactory factory;

	@Autowired
	private Market market;

	@Autowired
	private ClientsPageApplication application;

	private JsonRpcClient client;

	private Calls calls;

	@BeforeEach
	void create() {
		this.client = this.factory.create(url("http"));
		this.calls = new Calls(this.client, this.factory);
	}

	@AfterEach
	void close() {
		this.client.close();
	}

	private String url(String scheme) {
		return scheme + "://localhost:" + this.port + "/rpc";
	}

	@Test
	void injectsClientOfPage() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class,
					JsonRpcCodecAutoConfiguration.class, JsonRpcClientAutoConfiguration.class))
			.withPropertyValues("jsonrpc.clients.market.url=" + url("http"), "jsonrpc.clients.live.url=" + url("ws"))
			.withBean(Calls.class)
			.run((context) -> assertThat(context.getBean(Calls.class).byNameAndBlocking())
				.isEqualTo(new Price("BTC", 4200)));
	}

	@Test
	void calls() {
		Price price = new Price("BTC", 4200);
		assertThat(this.calls.byPosition().block(TIMEOUT)).isEqualTo(price);
		assertThat(this.calls.byNameAndBlocking()).isEqualTo(price);
		assertThat(this.calls.withMembersOfAnObject(new Calls.PriceQuery("BTC")).block(TIMEOUT)).isEqualTo(price);
		assertThat(this.calls.elementsOfAnArray().collectList().block(TIMEOUT)).hasSize(2);
		assertThat(this.calls.fromElsewhere(url("http"), "secret")).isEqualTo(price);
		assertThat(this.application.calls).hasPositiveValue();
	}

	@Test
	void notifies() {
		this.calls.notification().block(TIMEOUT);
		await().atMost(TIMEOUT).untilAsserted(() -> assertThat(this.market.seen).contains("BTC"));
	}

	@Test
	void tellsFailures() {
		assertThat(this.calls.failure().block(TIMEOUT)).isEqualTo("1001 No such symbol PriceQuery[symbol=NONE]");
		assertThat(this.calls.status().block(TIMEOUT)).isEqualTo(200);
	}

	@Test
	void sendsBatches() {
		assertThat(this.calls.several().block(TIMEOUT)).containsExactly("Price[symbol=BTC, cents=4200]", "refused",
				"Notified");
	}

	@Test
	void isCalledBack() {
		try (JsonRpcClient live = this.factory.create(url("ws"))) {
			assertThat(live.method("introduce").block(String.class)).isEqualTo("hello Ann");
		}
	}

}
