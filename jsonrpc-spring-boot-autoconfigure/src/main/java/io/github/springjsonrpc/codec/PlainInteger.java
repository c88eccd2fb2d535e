package io.github.springjsonrpc.codec;

/**
 * Reads integers that are written as Java would write them, as most are, without making a
 * text of them.
 */
final class PlainInteger {

	/**
	 * What stands for a token that is none of these.
	 */
	static final long NONE = Long.MIN_VALUE;

	// as many digits as fit into a long, whatever they are
	private static final int MAX_DIGITS = 18;

	private PlainInteger() {
	}

	/**
	 * Read a token.
	 * @return the integer, or {@link #NONE}: it is written in another way, has more than
	 * 18 digits, or is none at all
	 */
	static long read(byte[] json, int from, int to) {
		boolean negative = from < to && json[from] == '-';
		int start = negative ? from + 1 : from;
		int digits = to - start;
		if (digits == 0 || digits > MAX_DIGITS || (json[start] == '0' && to - from > 1)) {
			return NONE;
		}
		long value = 0;
		for (int i = start; i < to; i++) {
			int digit = json[i] - '0';
			if (digit < 0 || digit > 9) {
				return NONE;
			}
			value = value * 10 + digit;
		}
		return negative ? -value : value;
	}

}
