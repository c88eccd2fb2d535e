package io.github.springjsonrpc.protocol;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link JsonStrings}.
 */
class JsonStringsTests {

	@Test
	void quotesWhatHasToBeQuoted() {
		assertThat(JsonStrings.quote("")).isEqualTo("\"\"");
		assertThat(JsonStrings.quote("a/ü€😀\u007f\u2028")).isEqualTo("\"a/ü€😀\u007f\u2028\"");
		assertThat(JsonStrings.quote("\"\\\b\f\n\r\t\0\u001f"))
			.isEqualTo("\"\\\"\\\\\\u0008\\u000c\\u000a\\u000d\\u0009\\u0000\\u001f\"");
	}

	@Test
	void escapesHalfOfPair() {
		assertThat(JsonStrings.quote("\ud83d")).isEqualTo("\"\\ud83d\"");
		assertThat(JsonStrings.quote("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
		assertThat(JsonStrings.quote("\ud83dx\ude00")).isEqualTo("\"\\ud83dx\\ude00\"");
		assertThat(JsonStrings.quote("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d\ud83d\ude00\"");
		assertThat(JsonStrings.quote("\ud83d\ude00\ude00")).isEqualTo("\"\ud83d\ude00\\ude00\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			""                                   | ``
			"a"                                  | a
			"\\"\\\\\\/"                         | `"\\/`
			"\\u0041\\u00e4\\u00E4\\uABcd"       | Aääꯍ
			"\\uD83D\\uDE00"                     | 😀
			"\\\\u0041"                          | \\u0041
			"a\\u0020b"                          | a b
			""")
	void readsEscapes(String token, String text) {
		assertThat(JsonStrings.unquote(token)).isEqualTo(text);
	}

	@Test
	void readsControlCharacters() {
		assertThat(JsonStrings.unquote("\"\\b\\f\\n\\r\\t\\u0000\"")).isEqualTo("\b\f\n\r\t\0");
	}

	@Test
	void readsWhatItHasQuoted() {
		JsonMapper jackson = new JsonMapper();
		for (int c = 0; c <= Character.MAX_VALUE; c++) {
			String text = "a" + (char) c + "b";
			assertThat(JsonStrings.unquote(JsonStrings.quote(text))).isEqualTo(text);
			assertThat(jackson.readValue(JsonStrings.quote(text), String.class)).isEqualTo(text);
		}
	}

}
