package io.github.springjsonrpc.codec;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The members of a message that mean something; others are ignored.
 */
enum EnvelopeMember {

	JSONRPC, METHOD, ID, PARAMS, RESULT, ERROR;

	private static final EnvelopeMember[] VALUES = values();

	static final int COUNT = VALUES.length;

	private final String text = name().toLowerCase(Locale.ROOT);

	static EnvelopeMember of(int ordinal) {
		return VALUES[ordinal];
	}

	/**
	 * Return the member whose name stands at a place in the text.
	 * @return the member, or {@code null} for any other name
	 */
	static @Nullable EnvelopeMember at(JsonScanner scanner, int from, int to) {
		EnvelopeMember member = switch (to - from - 2) {
			case 2 -> ID;
			case 5 -> ERROR;
			case 6 -> switch (scanner.byteAt(from + 1)) {
				case 'm' -> METHOD;
				case 'p' -> PARAMS;
				default -> RESULT;
			};
			case 7 -> JSONRPC;
			default -> null;
		};
		if (member != null && scanner.isPlainString(from, to, member.text)) {
			return member;
		}
		return scanner.isEscaped(from, to) ? named(scanner.string(from, to)) : null;
	}

	private static @Nullable EnvelopeMember named(String text) {
		for (EnvelopeMember member : VALUES) {
			if (member.text.equals(text)) {
				return member;
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return "the member \"" + this.text + "\"";
	}

}
