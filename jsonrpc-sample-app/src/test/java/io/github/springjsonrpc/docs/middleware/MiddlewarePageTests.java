package io.github.springjsonrpc.docs.middleware;

import io.github.springjsonrpc.docs.HttpCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The snippets of {@code docs/middleware.md} run.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = MiddlewarePageApplication.class,
		properties = { "spring.config.name=docs", "jsonrpc.server.middleware.logging=true" })
@ExtendWith(OutputCaptureExtension.class)
class MiddlewarePageTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
			hello     | ["Ann"] | "result":"hello Ann"
			old_hello | ["Ann"] | "result":"hello Ann"
			hello     | null    | "result":"hello world"
			closed    | ["Ann"] | "error":{"code":503,"message":"Closed"}
			shout     | ["Ann"] | "result":"HELLO ANN"
			fragile   | ["Ann"] | "result":"a default"
			reserve   | [4]     | "error":{"code":409,"message":"Sold out","data":{"seats":0}}
			lock      | []      | "error":{"code":423,"message":"Locked","data":"Ann"}
			insert    | []      | "error":{"code":409,"message":"There is one already"}
			crash     | []      | "error":{"code":-32603,"message":"Internal error"}
			""")
	void answers(String method, String params, String answer) {
		assertThat(call(method, params)).isEqualTo(answer);
	}

	@Test
	void refusesParamsFromWithinTheMethod() {
		assertThat(call("reserve", "[9]")).startsWith("\"error\":{\"code\":-32602,")
			.contains("\"path\":\"seats\"", "\"message\":\"must not be more than 8\"");
	}

	@Test
	void logsWithTheMiddlewareThatTakesThePlaceOfTheBuiltInOne(CapturedOutput output) {
		call("hello", "[\"Ann\"]");
		assertThat(output).contains("-> request 1 hello [\"***\"]").containsPattern("hello took \\d+ ms");
	}

	@Test
	void timesFailuresToo(CapturedOutput output) {
		call("crash", "[]");
		assertThat(output).containsPattern("crash took \\d+ ms");
	}

	private String call(String method, String params) {
		return HttpCall.call(this.port, "/rpc", method, params);
	}

}
