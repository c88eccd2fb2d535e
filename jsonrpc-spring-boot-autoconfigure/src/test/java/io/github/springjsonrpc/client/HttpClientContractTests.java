package io.github.springjsonrpc.client;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Clients over HTTP.
 */
class HttpClientContractTests extends ClientContract {

	@Override
	protected JsonRpcTransport transport(TestServer server) {
		return new WebClientTransport(WebClient.create(), server.url("http"), TestServer.CODEC, HttpLimits.DEFAULTS);
	}

	@Test
	void tellsStatusAndHeadersOfResponse() {
		assertThat(this.client.method("fail").params(42).exchange().block(TIMEOUT)).satisfies((response) -> {
			assertThat(response.attribute(HttpStatusCode.class)).isEqualTo(HttpStatus.OK);
			assertThat(response.attribute(HttpHeaders.class).getFirst("Content-Type")).isEqualTo("application/json");
		});
	}

	@Test
	void sendsHeadersOfCall() {
		assertThat(this.client.method("headers").header("X-Test", "one").block(String.class)).isEqualTo("one");
		assertThat(this.client.method("headers").block(String.class)).isNull();
	}

	@Test
	void sendsHeadersThatMiddlewareAdds() {
		JsonRpcClient client = builder().middleware(
				(request, chain) -> chain.next(CallOptions.of(request).header("X-Test", "from middleware").on(request)))
			.build();
		assertThat(client.method("headers").block(String.class)).isEqualTo("from middleware");
		assertThat(client.batch((batch) -> batch.add(client.method("headers")).add(client.method("headers")))
			.block(TIMEOUT)
			.get(1, String.class)).isEqualTo("from middleware");
	}

	@Test
	void refusesBatchWhoseEntriesWantDifferentHeaders() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.client.batch((batch) -> batch.add(this.client.method("headers").header("X-Test", "a"))
						.add(this.client.method("headers").header("x-test", "b"))).block(TIMEOUT))
			.withMessageContaining("-test");
	}

	@Test
	void hasNoSubscriptions() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.client.method("any").subscribe(String.class, "no").blockLast(TIMEOUT));
	}

}
