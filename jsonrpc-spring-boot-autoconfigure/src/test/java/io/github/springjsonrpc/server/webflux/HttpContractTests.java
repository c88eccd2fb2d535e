package io.github.springjsonrpc.server.webflux;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract over HTTP.
 */
@HttpTest
abstract class HttpContractTests extends JsonRpcContractTests {

	private static final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Override
	String responses() {
		return "responses-http";
	}

	@Override
	@Nullable String exchange(byte[] message) throws Exception {
		HttpResponse<byte[]> response = client
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/rpc"))
				.timeout(Duration.ofSeconds(30))
				.header("Content-Type", "application/json")
				.POST(HttpRequest.BodyPublishers.ofByteArray(message))
				.build(), HttpResponse.BodyHandlers.ofByteArray());
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		if (response.statusCode() == 204) {
			assertThat(response.body()).isEmpty();
			return null;
		}
		assertThat(response.statusCode()).isEqualTo(200);
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
