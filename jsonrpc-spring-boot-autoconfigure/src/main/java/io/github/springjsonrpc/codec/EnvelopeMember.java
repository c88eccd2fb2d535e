package io.github.springjsonrpc.codec;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The members of a message that mean something, in the order in which most write them;
 * others are ignored.
 */
enum EnvelopeMember {

	JSONRPC, METHOD, PARAMS, ID, RESULT, ERROR;

	private static final EnvelopeMember[] VALUES = values();

	static final int COUNT = VALUES.length;

	private final String text = name().toLowerCase(Locale.ROOT);

	// the name and its closing quote
	private final long word = JsonWord.of(this.text + '"');

	private final long mask = JsonWord.mask(this.text.length() + 1);

	static EnvelopeMember of(int ordinal) {
		return VALUES[ordinal];
	}

	/**
	 * Skip the name that comes next and the colon behind it.
	 * @param likely the ordinal of the member that the name may well be
	 * @return the member, or {@code null} for any other name
	 */
	static @Nullable EnvelopeMember skipName(JsonScanner scanner, int likely) {
		if (scanner.peek() == '"') {
			long word = scanner.wordBehind();
			for (int i = 0; i < COUNT; i++) {
				EnvelopeMember member = VALUES[(likely + i) % COUNT];
				if ((word & member.mask) == member.word) {
					scanner.skipKnownName(member.text.length());
					return member;
				}
			}
		}
		int start = scanner.position();
		int end = scanner.skipName();
		return scanner.isEscaped(start, end) ? named(scanner.string(start, end)) : null;
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
