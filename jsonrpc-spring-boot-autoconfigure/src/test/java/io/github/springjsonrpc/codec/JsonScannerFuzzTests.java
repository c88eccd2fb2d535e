package io.github.springjsonrpc.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the scanner with Jackson's parser. Jackson is given characters, as of bytes it
 * guesses the encoding and lets much pass that is not UTF-8; what UTF-8 is the JDK says.
 * Then both have to agree on everything but limits, which the texts here do not reach:
 * also on half a surrogate pair in an escape, which both accept, and on a byte order
 * mark, which neither takes for white space.
 */
class JsonScannerFuzzTests {

	private static final long SEED = 20260912;

	private static final int ROUNDS = 30_000;

	private static final String INTERESTING = "{}[]\",:\\/-+.eE0123456789abtfnulrs \t\r\n'#*\0\u001f\u007f";

	private static final JsonFactory JACKSON = new JsonFactory();

	private final Random random = new Random(SEED);

	private final List<byte[]> texts = new ArrayList<>();

	JsonScannerFuzzTests() {
		for (JsonText text : JsonText.all()) {
			if (text.isJson() || text.isEither()) {
				this.texts.add(text.bytes());
			}
		}
		for (String text : List.of("""
				{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": -42.5e+3}, "id": 3}""",
				"""
						[{"jsonrpc":"2.0","method":"su\\u006d","params":[1,2,null,true,false,"ü€😀\\ud83d\\ude00\\n"],"id":"1"},{"a":[{}]}]""")) {
			for (int weight = 0; weight < 30; weight++) {
				this.texts.add(text.getBytes(StandardCharsets.UTF_8));
			}
		}
	}

	@Test
	void agreesWithJacksonOnTheTable() {
		for (JsonText text : JsonText.all()) {
			assertThat(JsonText.isAccepted(text.bytes())).as(text.name()).isEqualTo(isJson(text.bytes()));
		}
	}

	@Test
	void agreesWithJacksonOnMutations() {
		int accepted = 0;
		for (int round = 0; round < ROUNDS; round++) {
			byte[] json = mutate(this.texts.get(this.random.nextInt(this.texts.size())));
			boolean expected = isJson(json);
			accepted += expected ? 1 : 0;
			if (JsonText.isAccepted(json) != expected) {
				assertThat(new String(json, StandardCharsets.UTF_8)).as("round %d, JSON: %s", round, expected).isNull();
			}
		}
		assertThat(accepted).as("enough of both kinds").isBetween(ROUNDS / 10, ROUNDS / 2);
	}

	private byte[] mutate(byte[] json) {
		byte[] mutated = json;
		for (int i = this.random.nextInt(3); i >= 0; i--) {
			int from = this.random.nextInt(mutated.length + 1);
			int to = from + this.random.nextInt(Math.min(6, mutated.length + 1 - from));
			mutated = switch (this.random.nextInt(4)) {
				// replace
				case 0 -> concat(mutated, from, piece(), Math.min(from + 1, mutated.length));
				// insert
				case 1 -> concat(mutated, from, piece(), from);
				// remove
				case 2 -> concat(mutated, from, new byte[0], to);
				// repeat
				default -> concat(mutated, to, Arrays.copyOfRange(mutated, from, to), to);
			};
		}
		return mutated;
	}

	private byte[] piece() {
		if (this.random.nextInt(8) == 0) {
			return new byte[] { (byte) this.random.nextInt(256) };
		}
		return new byte[] { (byte) INTERESTING.charAt(this.random.nextInt(INTERESTING.length())) };
	}

	private static byte[] concat(byte[] json, int end, byte[] piece, int start) {
		byte[] result = new byte[end + piece.length + json.length - start];
		System.arraycopy(json, 0, result, 0, end);
		System.arraycopy(piece, 0, result, end, piece.length);
		System.arraycopy(json, start, result, end + piece.length, json.length - start);
		return result;
	}

	private static boolean isJson(byte[] json) {
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
		}
		catch (CharacterCodingException ex) {
			return false;
		}
		try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), text)) {
			if (parser.nextToken() == null) {
				return false;
			}
			for (int depth = 0;;) {
				depth += parser.currentToken().isStructStart() ? 1 : parser.currentToken().isStructEnd() ? -1 : 0;
				finish(parser);
				if (depth == 0) {
					return parser.nextToken() == null;
				}
				parser.nextToken();
			}
		}
		catch (JacksonException ex) {
			return false;
		}
	}

	// Jackson reads the rest of a string when it is asked for
	private static void finish(JsonParser parser) {
		if (parser.currentToken() == JsonToken.VALUE_STRING) {
			parser.getString();
		}
	}

}
