package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Eight bytes at a time tell what one byte after the other would.
 */
class JsonWordTests {

	private static int countPlainOneByOne(byte[] bytes) {
		int count = 0;
		while (count < bytes.length && bytes[count] >= ' ' && bytes[count] != '"' && bytes[count] != '\\') {
			count++;
		}
		return count;
	}

	@Test
	void countsBeforeEachByteAtEachPlace() {
		for (int place = 0; place < Long.BYTES; place++) {
			for (int value = 0; value < 256; value++) {
				byte[] bytes = "abcdefgh".getBytes(StandardCharsets.US_ASCII);
				bytes[place] = (byte) value;
				assertThat(JsonWord.countPlain(JsonWord.at(bytes, 0))).as("%d at %d", value, place)
					.isEqualTo(countPlainOneByOne(bytes));
			}
		}
	}

	// a byte that is one more than a special one is marked too if it comes behind that
	@RepeatedTest(20)
	void countsBeforeNeighboursOfSpecialBytes(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		String neighbours = "\"#!\\][ \u001f\u007f\u0080\u0000\u0001a";
		for (int i = 0; i < 10_000; i++) {
			byte[] bytes = new byte[Long.BYTES];
			for (int place = 0; place < bytes.length; place++) {
				bytes[place] = (byte) neighbours.charAt(random.nextInt(neighbours.length()));
			}
			assertThat(JsonWord.countPlain(JsonWord.at(bytes, 0))).isEqualTo(countPlainOneByOne(bytes));
		}
	}

	@Test
	void readsFewerBytesThanAWordHas() {
		byte[] json = "{\"id\":1}".getBytes(StandardCharsets.US_ASCII);
		assertThat(JsonWord.at(json, 0)).isEqualTo(JsonWord.of("{\"id\":1}"));
		assertThat(JsonWord.at(json, 2, json.length)).isEqualTo(JsonWord.of("id\":1}"));
		assertThat(JsonWord.at(json, 8, json.length)).isZero();
	}

	@Test
	void masksWhatATextIsComparedWith() {
		assertThat(JsonWord.at("id\":1,\"a".getBytes(StandardCharsets.US_ASCII), 0) & JsonWord.mask(3))
			.isEqualTo(JsonWord.of("id\""));
		assertThat(JsonWord.mask(8)).isEqualTo(-1L);
	}

}
