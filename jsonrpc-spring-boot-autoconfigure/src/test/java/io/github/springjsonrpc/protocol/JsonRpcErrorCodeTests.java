package io.github.springjsonrpc.protocol;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link JsonRpcErrorCode}.
 */
class JsonRpcErrorCodeTests {

	@ParameterizedTest
	@CsvSource({ "PARSE_ERROR, -32700, Parse error", "INVALID_REQUEST, -32600, Invalid Request",
			"METHOD_NOT_FOUND, -32601, Method not found", "INVALID_PARAMS, -32602, Invalid params",
			"INTERNAL_ERROR, -32603, Internal error", "SERVER_ERROR, -32000, Server error",
			"UNAUTHORIZED, -32001, Unauthorized", "DEADLINE_EXCEEDED, -32002, Deadline exceeded",
			"RESPONSE_TOO_LARGE, -32003, Response too large", "LIMIT_EXCEEDED, -32005, Limit exceeded",
			"EMPTY_RESPONSE, -32050, Empty response", "TIMEOUT, -32051, Timeout",
			"TRANSPORT_ERROR, -32052, Transport error", "HTTP_STATUS, -32053, HTTP status error",
			"CANCELLED, -32800, Request cancelled" })
	void hasTheCodeAndMessageThatIsSent(JsonRpcErrorCode code, int number, String message) {
		assertThat(code.error()).isEqualTo(new JsonRpcError(number, message, null));
		assertThat(code.code()).isEqualTo(number);
		assertThat(code.message()).isEqualTo(message);
		assertThat(code.error()).isSameAs(code.error());
	}

	@Test
	void hasNoCodeTwice() {
		assertThat(Arrays.stream(JsonRpcErrorCode.values()).map(JsonRpcErrorCode::code)).doesNotHaveDuplicates()
			.hasSize(15);
	}

}
