package io.github.springjsonrpc.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text at a time, as a {@code long} whose lowest byte is the first.
 */
final class JsonWord {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	// one bit in each byte
	private static final long LOWEST = 0x0101010101010101L;

	private static final long HIGHEST = 0x8080808080808080L;

	private JsonWord() {
	}

	/**
	 * Return the word at a place with at least eight bytes.
	 */
	static long at(byte[] json, int index) {
		return (long) LONGS.get(json, index);
	}

	/**
	 * Return the word at a place with fewer bytes, followed by zeros.
	 */
	static long at(byte[] json, int index, int end) {
		long word = 0;
		for (int i = end - 1; i >= index; i--) {
			word = (word << Byte.SIZE) | (json[i] & 0xFF);
		}
		return word;
	}

	/**
	 * Return the word of up to eight characters of ASCII, followed by zeros.
	 */
	static long of(String text) {
		long word = 0;
		for (int i = text.length() - 1; i >= 0; i--) {
			word = (word << Byte.SIZE) | text.charAt(i);
		}
		return word;
	}

	/**
	 * Return the word with ones where a text of that length has its bytes.
	 */
	static long mask(int length) {
		return -1L >>> (Long.SIZE - Byte.SIZE * length);
	}

	/**
	 * Count the bytes before the first one that means something within a string, or is
	 * none of ASCII's: a quote, a backslash, a control character.
	 */
	static int countPlain(long word) {
		// the lowest byte that is marked is marked rightly, those above it perhaps not
		long special = word | below(word, 0x20) | below(word ^ ('"' * LOWEST), 1) | below(word ^ ('\\' * LOWEST), 1);
		return Long.numberOfTrailingZeros(special & HIGHEST) / Byte.SIZE;
	}

	// marks the bytes that are less than a limit
	private static long below(long word, int limit) {
		return (word - limit * LOWEST) & ~word;
	}

}
