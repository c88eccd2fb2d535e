package io.github.springjsonrpc.docs.quickstart;

import io.github.springjsonrpc.docs.HttpCall;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application that README.md begins with.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = Shop.class,
		properties = "spring.config.name=docs")
class ShopTests {

	@LocalServerPort
	private int port;

	@Test
	void bindsEachFormOfParams() {
		assertThat(call("cart.add", "[\"pen\"]")).isEqualTo("\"result\":1");
		assertThat(call("cart.add", "[\"pen\",2]")).isEqualTo("\"result\":3");
		assertThat(call("cart.add", "{\"item\":\"pen\"}")).isEqualTo("\"result\":4");
		assertThat(call("cart.items", "[]")).isEqualTo("\"result\":[\"pen\"]");
	}

	@Test
	void refusesNull() {
		assertThat(call("cart.add", "[null]")).startsWith("\"error\":{\"code\":-32602,").contains("must not be null");
	}

	private String call(String method, String params) {
		return HttpCall.call(this.port, "/rpc", method, params);
	}

}
