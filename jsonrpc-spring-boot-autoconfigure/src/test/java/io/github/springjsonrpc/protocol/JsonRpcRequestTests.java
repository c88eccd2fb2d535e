package io.github.springjsonrpc.protocol;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link JsonRpcRequest}.
 */
class JsonRpcRequestTests {

	private final JsonRpcRequest request = JsonRpcRequest.request(JsonRpcId.of(1), "m", JsonRpcParams.none());

	@Test
	void hidesEarlierAttributeOfTheSameName() {
		JsonRpcRequest changed = this.request.withAttribute("a", 1).withAttribute("b", 2).withAttribute("a", 3);
		assertThat(changed.attribute("a")).isEqualTo(3);
		assertThat(changed.attribute("b")).isEqualTo(2);
		assertThat(changed.attribute("c")).isNull();
		assertThat(changed.attributes()).isEqualTo(Map.of("a", 3, "b", 2));
	}

	@Test
	void leavesTheOriginalAsItIs() {
		JsonRpcParams params = JsonRpcParams.positional(1);
		JsonRpcRequest changed = this.request.withAttribute("a", 1).withMethod("n").withParams(params).asNotification();
		assertThat(changed).hasToString("notification n");
		assertThat(changed.params()).isSameAs(params);
		assertThat(changed.attribute("a")).isEqualTo(1);
		assertThat(this.request).hasToString("request 1 m");
		assertThat(this.request.params()).isSameAs(JsonRpcParams.none());
		assertThat(this.request.attributes()).isEmpty();
	}

	@Test
	void findsAttributeByType() {
		JsonRpcRequest changed = this.request.withAttribute(CharSequence.class, "text");
		assertThat(changed.attribute(CharSequence.class)).isEqualTo("text");
		assertThat(changed.attribute(String.class)).isNull();
	}

	@Test
	void givesAttributesThatCanNotBeChanged() {
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.request.attributes().put("a", 1));
	}

	@Test
	void isLoggedOnOneLineOfLimitedLength() {
		JsonRpcRequest forged = JsonRpcRequest.request(JsonRpcId.of(1), "a\nERROR", JsonRpcParams.none());
		assertThat(forged).hasToString("request 1 a\\u000aERROR");
		assertThat(this.request.withMethod("m".repeat(10_000)).toString()).hasSizeLessThan(250).endsWith("m…");
		JsonRpcId endless = JsonRpcId.of("i".repeat(10_000));
		assertThat(JsonRpcRequest.request(endless, "m", JsonRpcParams.none()).toString()).hasSizeLessThan(250);
		assertThat(JsonRpcResponse.failure(endless, JsonRpcErrorCode.CANCELLED.error()).toString()).hasSizeLessThan(250)
			.endsWith("… -32800");
	}

	@Test
	void idNullIsNoNotification() {
		JsonRpcRequest nullId = JsonRpcRequest.request(JsonRpcId.NULL, "m", JsonRpcParams.none());
		assertThat(nullId.isNotification()).isFalse();
		assertThat(nullId.asNotification().isNotification()).isTrue();
	}

}
