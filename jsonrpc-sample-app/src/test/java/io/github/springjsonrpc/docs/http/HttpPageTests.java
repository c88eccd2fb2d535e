package io.github.springjsonrpc.docs.http;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;

import io.github.springjsonrpc.docs.HttpCall;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The snippets of {@code docs/protocol.md} run.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = HttpPageApplication.class,
		properties = "spring.config.name=docs")
class HttpPageTests {

	@LocalServerPort
	private int port;

	@Test
	void answersOnTheApplicationsOwnRoute() {
		assertThat(HttpCall.call(this.port, "/api/v2/rpc", "ping", "[]")).isEqualTo("\"result\":\"pong\"");
	}

	@Test
	void answersWithTheStatusThatThePolicyChooses() {
		assertThat(call("ping").statusCode()).isEqualTo(200);
		assertThat(call("unknown").statusCode()).isEqualTo(400);
	}

	@Test
	void webFiltersOfTheApplicationApply() {
		assertThat(call("ping").headers().firstValue("X-Served-By")).hasValue("a web filter");
	}

	private HttpResponse<String> call(String method) {
		return HttpCall.post(URI.create("http://localhost:" + this.port + "/rpc"),
				"{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":1}", Map.of());
	}

}
