package io.github.springjsonrpc.codec;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which numbers are taken for what the text says. A JSON library makes infinity of
 * {@code 1e999}, and an exact number of {@code 1e999999999}, that takes no more than
 * eleven bytes but gigabytes as soon as it is calculated with.
 *
 * @param maxDigits how many digits a number may have, written without an exponent
 */
record NumberRange(int maxDigits) implements Serializable {

	private static final long serialVersionUID = 1L;

	// a shorter one without an exponent is finite, even as a float
	private static final int MAX_SAFE_DIGITS = 38;

	private static final Set<String> NO_NUMBERS = Set.of("NaN", "INF", "Infinity");

	/**
	 * Return whether some text looks as if a number of it might be out of range. It says
	 * so of a few texts that have none, but of nearly none that it could slow down.
	 */
	boolean isSuspicious(byte[] json, int offset, int length) {
		int digits = 0;
		for (int i = offset; i < offset + length; i++) {
			byte c = json[i];
			if (c >= '0' && c <= '9') {
				digits++;
				if (digits > MAX_SAFE_DIGITS) {
					return true;
				}
			}
			else if (digits > 0 && (c == 'e' || c == 'E')) {
				return true;
			}
			else {
				digits = 0;
			}
		}
		return false;
	}

	/**
	 * Return whether a number is in range.
	 * @param number the number, or the text of one that is read later
	 */
	boolean contains(@Nullable Object number) {
		if (number instanceof BigDecimal decimal) {
			return Math.abs((long) decimal.scale()) <= this.maxDigits;
		}
		if (number instanceof String text) {
			try {
				return contains(new BigDecimal(text));
			}
			catch (NumberFormatException ex) {
				// of the exponent
				return false;
			}
		}
		return !(number instanceof Double || number instanceof Float)
				|| Double.isFinite(((Number) number).doubleValue());
	}

	/**
	 * Return whether some text is one that JSON libraries take for a number though JSON
	 * has none like it.
	 */
	static boolean isNoNumber(@Nullable String text) {
		return text != null
				&& NO_NUMBERS.contains((text.startsWith("-") || text.startsWith("+")) ? text.substring(1) : text);
	}

}
