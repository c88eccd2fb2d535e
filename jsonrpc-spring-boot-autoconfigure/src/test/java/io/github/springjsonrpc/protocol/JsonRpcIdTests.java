package io.github.springjsonrpc.protocol;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests of {@link JsonRpcId}.
 */
class JsonRpcIdTests {

	@Test
	void isWrittenAsJson() {
		assertThat(JsonRpcId.of(-7).toJson()).isEqualTo("-7");
		assertThat(JsonRpcId.of("a\"b\\\n").toJson()).isEqualTo("\"a\\\"b\\\\\\u000a\"");
		assertThat(JsonRpcId.NULL.toJson()).isEqualTo("null");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "1", "1.0", "1e3", "-0", "123456789012345678901234567890", "\"\"", "\"\\u0041\"", "\"a\"" })
	void keepsTokenAsItIs(String token) {
		assertThat(JsonRpcId.ofJson(token).toJson()).isEqualTo(token);
		assertThat(JsonRpcId.ofJson(token)).hasToString(token);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 7, -7, 999_999_999_999_999_999L, -999_999_999_999_999_999L })
	void isIntegerOf18Digits(long number) {
		JsonRpcId id = JsonRpcId.ofJson(Long.toString(number));
		assertThat(id.isLong()).isTrue();
		assertThat(id.toLong()).isEqualTo(number);
		assertThat(id.text()).isEqualTo(Long.toString(number));
		assertEqual(id, JsonRpcId.of(number));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1_000_000_000_000_000_000L, -1_000_000_000_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE })
	void isWrittenAsAnyOtherNumberBeyondThat(long number) {
		JsonRpcId id = JsonRpcId.of(number);
		assertThat(id.isLong()).isFalse();
		assertThat(id.toJson()).isEqualTo(Long.toString(number));
		assertEqual(id, JsonRpcId.ofJson(Long.toString(number)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.0", "1e3", "-0", "00", "-", "12a", "\"1\"", "null" })
	void isNoIntegerIfItIsWrittenOtherwise(String token) {
		JsonRpcId id = JsonRpcId.ofJson(token);
		assertThat(id.isLong()).isFalse();
		assertThat(id.toJson()).isEqualTo(token);
		assertThatIllegalStateException().isThrownBy(id::toLong).withMessageContaining(token);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			1.50              | 1.50
			"a"               | a
			"\\u0041\\/\\ud83d\\ude00" | A/😀
			"1"               | 1
			""                | ``
			null              | null
			""")
	void hasText(String token, String text) {
		assertThat(JsonRpcId.ofJson(token).text()).isEqualTo(text);
	}

	@Test
	void equalsOtherSpellingOfTheSameString() {
		assertEqual(JsonRpcId.ofJson("\"\\u0061\\/\""), JsonRpcId.of("a/"));
		assertEqual(JsonRpcId.ofJson("7"), JsonRpcId.of(7));
		assertEqual(JsonRpcId.of("😀"), JsonRpcId.ofJson("\"\\uD83D\\uDE00\""));
	}

	private static void assertEqual(JsonRpcId one, JsonRpcId other) {
		assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
		assertThat(new HashMap<>(Map.of(one, 1))).containsKey(other);
	}

	@Test
	void differsByType() {
		assertThat(JsonRpcId.of(1)).isNotEqualTo(JsonRpcId.of("1"));
		assertThat(JsonRpcId.NULL).isNotEqualTo(JsonRpcId.of("null"));
		assertThat(JsonRpcId.of(1)).isNotEqualTo(1L);
	}

	@Test
	void differsBySpellingOfNumber() {
		assertThat(JsonRpcId.of(1)).isNotEqualTo(JsonRpcId.ofJson("1.0")).isNotEqualTo(JsonRpcId.ofJson("1e0"));
		assertThat(JsonRpcId.of(0)).isNotEqualTo(JsonRpcId.ofJson("-0"));
	}

	@Test
	void thereIsOneNull() {
		assertThat(JsonRpcId.ofJson("null")).isSameAs(JsonRpcId.NULL);
		assertThat(JsonRpcId.NULL.isNull()).isTrue();
		assertThat(JsonRpcId.of("null").isNull()).isFalse();
		assertThat(JsonRpcId.NULL.isString()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "true", "false", "[]", "{}", "a", " 1", "+1", ".5", "nul", "nulls" })
	void refusesOtherTokens(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> JsonRpcId.ofJson(token));
	}

}
