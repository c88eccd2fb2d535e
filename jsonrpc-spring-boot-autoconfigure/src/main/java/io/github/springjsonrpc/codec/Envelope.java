package io.github.springjsonrpc.codec;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Where the members of one JSON object stand in the text. It is filled in one pass and
 * for one object after the other.
 */
final class Envelope {

	private final byte[] json;

	private final JsonScanner scanner;

	private final JsonValueMapper mapper;

	// the begin and end of each member's value; an end of 0 stands for an absent member
	private final int[] places = new int[2 * EnvelopeMember.COUNT];

	private int twice;

	// where the object begins
	private int start;

	// how many bytes of it come before the first member that differs from one request to
	// the next, with the comma before that; 0 if it is the first
	private int head;

	Envelope(byte[] json, JsonScanner scanner, JsonValueMapper mapper) {
		this.json = json;
		this.scanner = scanner;
		this.mapper = mapper;
	}

	/**
	 * Find the members of the object that comes next. Those of a batch often begin alike,
	 * byte by byte: what has been looked at needs no second look.
	 */
	void scan() {
		this.scanner.peek();
		int start = this.scanner.position();
		this.twice = 0;
		if (this.scanner.enterAgain(this.start, this.head)) {
			moveHead(start);
			scanMembers(false);
		}
		else {
			Arrays.fill(this.places, 0);
			this.start = start;
			this.head = 0;
			this.scanner.enter('{');
			if (!this.scanner.leave()) {
				scanMembers(true);
			}
		}
	}

	private void moveHead(int start) {
		int distance = start - this.start;
		int headEnd = this.start + this.head;
		for (int i = 0; i < this.places.length; i += 2) {
			boolean kept = this.places[i + 1] != 0 && this.places[i + 1] < headEnd;
			this.places[i] = kept ? this.places[i] + distance : 0;
			this.places[i + 1] = kept ? this.places[i + 1] + distance : 0;
		}
		this.start = start;
	}

	private void scanMembers(boolean headFirst) {
		boolean inHead = headFirst;
		int likely = headFirst ? 0 : EnvelopeMember.PARAMS.ordinal();
		boolean more;
		do {
			EnvelopeMember member = EnvelopeMember.skipName(this.scanner, likely);
			this.scanner.peek();
			int start = this.scanner.position();
			this.scanner.skipValue();
			if (member != null) {
				add(member, start, this.scanner.position());
				likely = member.ordinal() + 1;
			}
			inHead = inHead && (member == EnvelopeMember.JSONRPC || member == EnvelopeMember.METHOD);
			more = this.scanner.anotherOrLeave();
			if (inHead && more) {
				this.head = this.scanner.position() - this.start;
			}
		}
		while (more);
		if (this.twice != 0) {
			// the place of its first value, which may be in the head, has been lost
			this.head = 0;
		}
	}

	private void add(EnvelopeMember member, int start, int end) {
		if (has(member)) {
			this.twice |= 1 << member.ordinal();
		}
		this.places[2 * member.ordinal()] = start;
		this.places[2 * member.ordinal() + 1] = end;
	}

	boolean has(EnvelopeMember member) {
		return end(member) != 0;
	}

	/**
	 * Return whether the member is there and not null.
	 */
	boolean hasValue(EnvelopeMember member) {
		return has(member) && first(member) != 'n';
	}

	boolean hasTwice(EnvelopeMember member) {
		return (this.twice & (1 << member.ordinal())) != 0;
	}

	@Nullable EnvelopeMember anyTwice() {
		return (this.twice != 0) ? EnvelopeMember.of(Integer.numberOfTrailingZeros(this.twice)) : null;
	}

	/**
	 * Return the first byte of a member's value, which tells its type.
	 */
	char first(EnvelopeMember member) {
		return (char) this.json[start(member)];
	}

	boolean isString(EnvelopeMember member, String text) {
		return has(member)
				&& (this.scanner.isPlainString(start(member), end(member), text) || text.equals(string(member)));
	}

	/**
	 * Return the content of a string.
	 * @param likely what it may well be: then no other string is made of it
	 * @return the content, or {@code null} if the member is no string or not there
	 */
	@Nullable String string(EnvelopeMember member, @Nullable String likely) {
		return (likely != null && has(member) && this.scanner.isPlainString(start(member), end(member), likely))
				? likely : string(member);
	}

	/**
	 * Return the content of a string.
	 * @return the content, or {@code null} if the member is no string or not there
	 */
	@Nullable String string(EnvelopeMember member) {
		return (has(member) && first(member) == '"') ? this.scanner.string(start(member), end(member)) : null;
	}

	/**
	 * Return an integer, or {@link PlainInteger#NONE} for anything else.
	 */
	long integer(EnvelopeMember member) {
		return PlainInteger.read(this.json, start(member), end(member));
	}

	String token(EnvelopeMember member) {
		return this.scanner.token(start(member), end(member));
	}

	EncodedJson value(EnvelopeMember member) {
		return new EncodedJson(this.json, start(member), end(member), this.mapper);
	}

	private int start(EnvelopeMember member) {
		return this.places[2 * member.ordinal()];
	}

	private int end(EnvelopeMember member) {
		return this.places[2 * member.ordinal() + 1];
	}

}
