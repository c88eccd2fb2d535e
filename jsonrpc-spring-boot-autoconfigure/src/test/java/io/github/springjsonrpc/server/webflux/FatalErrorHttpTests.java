package io.github.springjsonrpc.server.webflux;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors that Reactor takes for the end of the JVM are the end of one call, wherever they
 * happen: it is answered, and the connection goes on. Seed row S48.
 */
@CallHttpTest
class FatalErrorHttpTests {

	@LocalServerPort
	private int port;

	private static String call(String method, Object id) {
		return "{\"jsonrpc\":\"2.0\",\"method\":\"fatal." + method + "\",\"id\":" + id + "}";
	}

	private static String internalError(Object id) {
		return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32603,\"message\":\"Internal error\"},\"id\":" + id + "}";
	}

	@ParameterizedTest
	@ValueSource(strings = { "throws", "throwsOnWorker", "signals", "signalsOnWorker", "throwsWhenSubscribed",
			"throwsWhenSubscribedOnWorker", "getter", "getterOnWorker", "nested", "inMiddleware",
			"inMiddlewareOnWorker", "inMiddlewareLater", "inMiddlewareThatMaps", "inMiddlewareThatMapsOnWorker",
			"inMiddlewareThatMapsLater" })
	void answersCall(String method) {
		try (RawHttp http = RawHttp.connect(this.port)) {
			for (int id = 1; id <= 2; id++) {
				HttpAnswer answer = http.send(RawHttp.post("/rpc", call(method, id))).read();
				assertThat(answer.text()).isEqualTo(internalError(id));
				assertThat(answer.status()).isEqualTo(200);
			}
		}
	}

	@Test
	void answersEntriesOfBatchEach() {
		Stream<String> methods = Stream.of("throws", "getter", "pong", "throwsOnWorker", "getterOnWorker", "pong");
		String batch = methods.map((method) -> call(method, "\"" + method + "\""))
			.collect(Collectors.joining(",", "[", "]"));
		assertThat(RawHttp.exchange(this.port, RawHttp.post("/rpc", batch)).text())
			.isEqualTo("[" + internalError("\"throws\"") + "," + internalError("\"getter\"") + ","
					+ "{\"jsonrpc\":\"2.0\",\"result\":\"pong\",\"id\":\"pong\"}," + internalError("\"throwsOnWorker\"")
					+ "," + internalError("\"getterOnWorker\"") + ","
					+ "{\"jsonrpc\":\"2.0\",\"result\":\"pong\",\"id\":\"pong\"}]");
	}

}
