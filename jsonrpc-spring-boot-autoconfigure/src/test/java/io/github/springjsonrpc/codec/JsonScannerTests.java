package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the scanner takes for JSON.
 */
class JsonScannerTests {

	private static final JsonReadLimits LIMITS = new JsonReadLimits(1_000_000, 1000, 1000, 1000);

	static List<JsonText> texts() {
		return JsonText.all();
	}

	@ParameterizedTest
	@MethodSource("texts")
	void acceptsJsonAndNothingElse(JsonText text) {
		boolean accepted = JsonText.isAccepted(text.bytes());
		if (!text.isEither()) {
			assertThat(accepted).isEqualTo(text.isJson());
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void acceptsJsonAndNothingElseAsPartOfMore(JsonText text) {
		if (!text.isEither()) {
			byte[] json = surround(text.bytes(), "[{\"a\":", "},1]");
			assertThat(JsonText.isAccepted(json)).isEqualTo(text.isJson());
		}
	}

	@ParameterizedTest
	@MethodSource("texts")
	void looksNoFurtherThanTheEnd(JsonText text) {
		byte[] json = surround(text.bytes(), "\"\\", "1e\"\\u00");
		JsonScanner scanner = new JsonScanner(json, 2, 2 + text.bytes().length, LIMITS);
		try {
			scanner.skipValue();
			scanner.expectEnd();
			assertThat(text.isJson() || text.isEither()).isTrue();
		}
		catch (RejectedJsonException ex) {
			assertThat(text.isJson()).isFalse();
		}
	}

	private static byte[] surround(byte[] text, String before, String behind) {
		// ISO 8859-1 keeps bytes as they are
		String surrounded = before + new String(text, StandardCharsets.ISO_8859_1) + behind;
		return surrounded.getBytes(StandardCharsets.ISO_8859_1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 63, 64, 65, 127, 128, 129, 191, 192, 193, 1000, 100_000 })
	void remembersWhatIsOpenAtAnyDepth(int depth) {
		StringBuilder opening = new StringBuilder();
		StringBuilder closing = new StringBuilder();
		for (int i = 0; i < depth; i++) {
			// no period that would fit into a word
			boolean object = (i * 7 / 3) % 5 < 2;
			opening.append(object ? "{\"a\":" : "[");
			closing.append(object ? '}' : ']');
		}
		closing.reverse();
		assertThat(accepts(opening + "1" + closing)).isTrue();
		assertThat(accepts(opening + "1" + closing.substring(1))).isFalse();
		assertThat(accepts(opening + "1" + closing + "]")).isFalse();
		for (int wrong = 0; wrong < depth; wrong += Math.max(1, depth / 50)) {
			char other = (closing.charAt(wrong) == ']') ? '}' : ']';
			assertThat(accepts(opening + "1" + closing.substring(0, wrong) + other + closing.substring(wrong + 1)))
				.isFalse();
		}
	}

	@Test
	void findsTokensAgain() {
		byte[] json = " { \"n\\u0061me\" : \"va\\nlue\", \"b\":1.50}".getBytes(StandardCharsets.UTF_8);
		JsonScanner scanner = new JsonScanner(json, 0, json.length, LIMITS);
		scanner.enter('{');
		assertThat(scanner.peek()).isEqualTo('"');
		int start = scanner.position();
		int end = scanner.skipName();
		assertThat(scanner.token(start, end)).isEqualTo("\"n\\u0061me\"");
		assertThat(scanner.string(start, end)).isEqualTo("name");
		assertThat(scanner.isEscaped(start, end)).isTrue();
		assertThat(scanner.isPlainString(start, end, "name")).isFalse();
		scanner.peek();
		start = scanner.position();
		scanner.skipValue();
		assertThat(scanner.string(start, scanner.position())).isEqualTo("va\nlue");
		assertThat(scanner.anotherOrLeave()).isTrue();
		scanner.peek();
		start = scanner.position();
		end = scanner.skipName();
		assertThat(scanner.isPlainString(start, end, "b")).isTrue();
		assertThat(scanner.isPlainString(start, end, "c")).isFalse();
		assertThat(scanner.string(start, end)).isEqualTo("b");
		scanner.peek();
		start = scanner.position();
		scanner.skipValue();
		assertThat(scanner.token(start, scanner.position())).isEqualTo("1.50");
		assertThat(scanner.anotherOrLeave()).isFalse();
		scanner.expectEnd();
	}

	@Test
	void refusesWhatIsNotTheEnd() {
		JsonScanner scanner = new JsonScanner("1 2".getBytes(StandardCharsets.UTF_8), 0, 3, LIMITS);
		scanner.skipValue();
		assertThatExceptionOfType(RejectedJsonException.class).isThrownBy(scanner::expectEnd)
			.withMessage("expected the end of the text at byte 2");
	}

	private static boolean accepts(String json) {
		return JsonText.isAccepted(json.getBytes(StandardCharsets.UTF_8), LIMITS);
	}

}
