package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonStrings;

/**
 * Walks over a JSON text without decoding it, and makes sure that it is one: the grammar
 * of RFC 8259 to the letter, in valid UTF-8. Values are skipped and found again by their
 * place in the text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonScanner {

	private static final int END = -1;

	private final byte[] json;

	private final int end;

	private final JsonReadLimits limits;

	private int position;

	private int depth;

	// one bit for each open container: set for an object, clear for an array
	private long[] objects = new long[1];

	JsonScanner(byte[] json, int start, int end, JsonReadLimits limits) {
		this.json = json;
		this.position = start;
		this.end = end;
		this.limits = limits;
	}

	int position() {
		return this.position;
	}

	/**
	 * Skip white space and look at the byte behind it.
	 * @return the byte, or -1 at the end of the text
	 */
	int peek() {
		while (this.position < this.end) {
			int c = this.json[this.position] & 0xFF;
			if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
				return c;
			}
			this.position++;
		}
		return END;
	}

	/**
	 * Skip white space and the given byte, if it comes next.
	 * @return whether it came next
	 */
	boolean accept(char wanted) {
		if (peek() == wanted) {
			this.position++;
			return true;
		}
		return false;
	}

	void expect(char wanted) {
		if (!accept(wanted)) {
			throw unexpected("'" + wanted + "'");
		}
	}

	void expectEnd() {
		if (peek() != END) {
			throw unexpected("the end of the text");
		}
	}

	/**
	 * Skip an opening bracket.
	 */
	void enter(char bracket) {
		expect(bracket);
		if (this.depth >= this.limits.maxDepth()) {
			throw RejectedJsonException.limit(JsonRpcErrorCode.PARSE_ERROR,
					"nesting deeper than " + this.limits.maxDepth());
		}
		int word = this.depth >> 6;
		if (word == this.objects.length) {
			this.objects = Arrays.copyOf(this.objects, word * 2);
		}
		long bit = 1L << this.depth;
		this.objects[word] = (bracket == '{') ? this.objects[word] | bit : this.objects[word] & ~bit;
		this.depth++;
	}

	/**
	 * Skip a closing bracket of the innermost container, if it comes next.
	 * @return whether it came next
	 */
	boolean leave() {
		if (accept(insideObject() ? '}' : ']')) {
			this.depth--;
			return true;
		}
		return false;
	}

	/**
	 * Skip the comma or closing bracket behind an element.
	 * @return whether another element comes next
	 */
	boolean anotherOrLeave() {
		if (leave()) {
			return false;
		}
		expect(',');
		return true;
	}

	private boolean insideObject() {
		int innermost = this.depth - 1;
		return (this.objects[innermost >> 6] & (1L << innermost)) != 0;
	}

	/**
	 * Skip the name of a member and the colon behind it. The name is to be found between
	 * the position before this call, white space skipped, and the returned one.
	 * @return the position behind the name's closing quote
	 */
	int skipName() {
		if (peek() != '"') {
			throw unexpected("the name of a member");
		}
		int start = this.position;
		skipString(this.limits.maxNameLength(), "a name");
		int behind = this.position;
		expect(':');
		return behind;
	}

	/**
	 * Skip one value, however deep. Not recursive, so that no nesting overflows the
	 * stack.
	 */
	void skipValue() {
		int outside = this.depth;
		do {
			if (skipScalarOrEnter()) {
				continue;
			}
			while (this.depth > outside && leave()) {
				// behind the last element of a container comes what is behind that
			}
			if (this.depth > outside) {
				expect(',');
				skipNameInObject();
			}
		}
		while (this.depth > outside);
	}

	/**
	 * Skip a scalar, an empty container or the beginning of another one.
	 * @return whether a value inside a container comes next
	 */
	private boolean skipScalarOrEnter() {
		int c = peek();
		switch (c) {
			case '{', '[' -> {
				enter((char) c);
				if (leave()) {
					return false;
				}
				skipNameInObject();
				return true;
			}
			case '"' -> skipString(this.limits.maxStringLength(), "a string");
			case 't' -> skipLiteral("true");
			case 'f' -> skipLiteral("false");
			case 'n' -> skipLiteral("null");
			default -> skipNumber();
		}
		return false;
	}

	private void skipNameInObject() {
		if (insideObject()) {
			skipName();
		}
	}

	private void skipLiteral(String literal) {
		for (int i = 0; i < literal.length(); i++) {
			if (next() != literal.charAt(i)) {
				throw unexpected("a value", this.position - 1);
			}
		}
	}

	private void skipNumber() {
		int start = this.position;
		if (current() == '-') {
			this.position++;
		}
		if (current() == '0') {
			this.position++;
		}
		else {
			skipDigits();
		}
		if (current() == '.') {
			this.position++;
			skipDigits();
		}
		if (current() == 'e' || current() == 'E') {
			this.position++;
			if (current() == '+' || current() == '-') {
				this.position++;
			}
			skipDigits();
		}
		checkLength(this.position - start, this.limits.maxNumberLength(), "a number");
	}

	private void skipDigits() {
		int start = this.position;
		while (current() >= '0' && current() <= '9') {
			this.position++;
		}
		if (this.position == start) {
			throw unexpected("a value");
		}
	}

	private void skipString(int maxLength, String what) {
		int start = ++this.position;
		// bytes that stand for no character of their own
		int overhead = 0;
		while (true) {
			int c = next();
			if (c == '"') {
				checkLength(this.position - 1 - start - overhead, maxLength, what);
				return;
			}
			if (c == '\\') {
				overhead += skipEscape();
			}
			else if (c >= 0x80) {
				overhead += skipUtf8(c);
			}
			else if (c < 0x20) {
				throw unexpected("no control character in a string", this.position - 1);
			}
		}
	}

	private int skipEscape() {
		int c = next();
		switch (c) {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
				return 1;
			}
			case 'u' -> {
				for (int i = 0; i < 4; i++) {
					if (Character.digit(next(), 16) < 0) {
						throw unexpected("four hexadecimal digits", this.position - 1);
					}
				}
				return 5;
			}
			default -> throw unexpected("an escape", this.position - 1);
		}
	}

	/**
	 * Skip the rest of a character that takes more than one byte: the table of
	 * "Well-Formed UTF-8 Byte Sequences" in the Unicode Standard, section 3.9.
	 * @return by how many the bytes outnumber the UTF-16 characters
	 */
	private int skipUtf8(int first) {
		if (first >= 0xC2 && first <= 0xDF) {
			continuation(0x80, 0xBF);
			return 1;
		}
		if (first >= 0xE0 && first <= 0xEF) {
			continuation((first == 0xE0) ? 0xA0 : 0x80, (first == 0xED) ? 0x9F : 0xBF);
			continuation(0x80, 0xBF);
			return 2;
		}
		if (first >= 0xF0 && first <= 0xF4) {
			continuation((first == 0xF0) ? 0x90 : 0x80, (first == 0xF4) ? 0x8F : 0xBF);
			continuation(0x80, 0xBF);
			continuation(0x80, 0xBF);
			return 2;
		}
		throw unexpected("UTF-8", this.position - 1);
	}

	private void continuation(int lowest, int highest) {
		int c = next();
		if (c < lowest || c > highest) {
			throw unexpected("UTF-8", this.position - 1);
		}
	}

	private int current() {
		return (this.position < this.end) ? this.json[this.position] & 0xFF : END;
	}

	private int next() {
		if (this.position >= this.end) {
			throw RejectedJsonException.malformed("unexpected end of the text");
		}
		return this.json[this.position++] & 0xFF;
	}

	private static void checkLength(int length, int maxLength, String what) {
		if (length > maxLength) {
			throw RejectedJsonException.limit(JsonRpcErrorCode.PARSE_ERROR,
					what + " longer than " + maxLength + " characters");
		}
	}

	private RejectedJsonException unexpected(String wanted) {
		return unexpected(wanted, this.position);
	}

	private RejectedJsonException unexpected(String wanted, int position) {
		return RejectedJsonException.malformed("expected " + wanted + " at byte " + position);
	}

	/**
	 * Return a token that was skipped before, as it stands in the text.
	 */
	String token(int from, int to) {
		return new String(this.json, from, to - from, StandardCharsets.UTF_8);
	}

	/**
	 * Return the content of a string that was skipped before.
	 */
	String string(int from, int to) {
		return JsonStrings.unquote(token(from, to));
	}

}
