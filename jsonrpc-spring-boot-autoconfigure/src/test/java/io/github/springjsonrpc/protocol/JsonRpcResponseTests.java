package io.github.springjsonrpc.protocol;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link JsonRpcResponse}.
 */
class JsonRpcResponseTests {

	private static final JsonRpcId ID = JsonRpcId.of(1);

	@Test
	void nullIsSuccess() {
		assertThat(JsonRpcResponse.success(ID, null).isError()).isFalse();
	}

	@Test
	void becomesFailureWithTheSameId() {
		JsonRpcResponse failure = JsonRpcResponse.success(ID, 5, List.class)
			.withError(JsonRpcErrorCode.INTERNAL_ERROR.error());
		assertThat(failure.isError()).isTrue();
		assertThat(failure.id()).isSameAs(ID);
		assertThat(failure.result()).isNull();
		assertThat(failure.resultType()).isNull();
	}

	@Test
	void becomesSuccessWithTheSameId() {
		JsonRpcResponse success = JsonRpcResponse.failure(ID, JsonRpcErrorCode.INTERNAL_ERROR.error()).withResult(5);
		assertThat(success.isError()).isFalse();
		assertThat(success.error()).isNull();
		assertThat(success.id()).isSameAs(ID);
		assertThat(success.result()).isEqualTo(5);
	}

	@Test
	void dropsTheTypeOfTheEarlierResult() {
		assertThat(JsonRpcResponse.success(ID, List.of(), List.class).withResult("x").resultType()).isNull();
	}

	@Test
	void isPassedOnUnderAnotherId() {
		JsonRpcResponse response = JsonRpcResponse.success(ID, 5, List.class).withId(JsonRpcId.of("b"));
		assertThat(response.id()).isEqualTo(JsonRpcId.of("b"));
		assertThat(response.result()).isEqualTo(5);
		assertThat(response.resultType()).isEqualTo(List.class);
		assertThat(JsonRpcResponse.failure(ID, JsonRpcErrorCode.CANCELLED.error()).withId(null).error())
			.isEqualTo(JsonRpcErrorCode.CANCELLED.error());
	}

}
