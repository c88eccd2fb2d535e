package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonStrings;

/**
 * Skips the tokens of a JSON text and makes sure that they are ones: the grammar of RFC
 * 8259 to the letter, in valid UTF-8. They are found again by their place in the text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
sealed class JsonLexer permits JsonScanner {

	private static final int END = -1;

	private final byte[] json;

	private final int end;

	private final JsonReadLimits limits;

	private int position;

	JsonLexer(byte[] json, int start, int end, JsonReadLimits limits) {
		this.json = json;
		this.position = start;
		this.end = end;
		this.limits = limits;
	}

	final int position() {
		return this.position;
	}

	/**
	 * Skip white space and look at the byte behind it.
	 * @return the byte, or -1 at the end of the text
	 */
	final int peek() {
		while (this.position < this.end) {
			int c = this.json[this.position] & 0xFF;
			if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
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
	final boolean accept(char wanted) {
		if (peek() == wanted) {
			this.position++;
			return true;
		}
		return false;
	}

	final void expect(char wanted) {
		if (!accept(wanted)) {
			throw unexpected("'" + wanted + "'");
		}
	}

	final void expectEnd() {
		if (peek() != END) {
			throw unexpected("the end of the text");
		}
	}

	/**
	 * Look at the eight bytes behind the next one, as a {@link JsonWord}: what begins
	 * behind a quote, say. Behind the end of the text come zeros.
	 */
	final long wordBehind() {
		int at = this.position + 1;
		return (at <= this.end - Long.BYTES) ? JsonWord.at(this.json, at)
				: JsonWord.at(this.json, Math.min(at, this.end), this.end);
	}

	/**
	 * Skip a name that is known to come next, its quotes and the colon behind it.
	 */
	final void skipKnownName(int length) {
		checkLength(length, this.limits.maxNameLength(), "a name", "characters");
		skip(length + 2);
		expect(':');
	}

	/**
	 * Skip bytes that are known to be there.
	 */
	final void skip(int count) {
		this.position += count;
	}

	/**
	 * Return whether what comes next has been in the text before.
	 */
	final boolean isRepeated(int from, int length) {
		return length <= this.end - this.position
				&& Arrays.equals(this.json, this.position, this.position + length, this.json, from, from + length);
	}

	/**
	 * Skip the name of a member and the colon behind it. The name is to be found between
	 * the position before this call, white space skipped, and the returned one.
	 * @return the position behind the name's closing quote
	 */
	final int skipName() {
		if (peek() != '"') {
			throw unexpected("the name of a member");
		}
		skipString(this.limits.maxNameLength(), "a name");
		int behind = this.position;
		expect(':');
		return behind;
	}

	/**
	 * Skip a string, number or literal, white space skipped before.
	 */
	final void skipScalar() {
		switch (current()) {
			case '"' -> skipString(this.limits.maxStringLength(), "a string");
			case 't' -> skipLiteral("true");
			case 'f' -> skipLiteral("false");
			case 'n' -> skipLiteral("null");
			default -> skipNumber();
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
		int at = endOfDigits(start);
		if (at == this.end || (this.json[at] != '.' && (this.json[at] | 0x20) != 'e')) {
			// an integer without a sign, if it is a number at all: most are
			if (at - start == 1 || (at > start && this.json[start] != '0')) {
				this.position = at;
				checkLength(at - start, this.limits.maxNumberLength(), "a number", "digits");
				return;
			}
		}
		skipAnyNumber();
	}

	private void skipAnyNumber() {
		if (current() == '-') {
			this.position++;
		}
		int digits = (current() == '0') ? skipZero() : skipDigits();
		if (current() == '.') {
			this.position++;
			digits += skipDigits();
		}
		if (current() == 'e' || current() == 'E') {
			this.position++;
			if (current() == '+' || current() == '-') {
				this.position++;
			}
			digits += skipDigits();
		}
		checkLength(digits, this.limits.maxNumberLength(), "a number", "digits");
	}

	private int skipZero() {
		this.position++;
		return 1;
	}

	private int skipDigits() {
		int start = this.position;
		this.position = endOfDigits(start);
		if (this.position == start) {
			throw unexpected("a value");
		}
		return this.position - start;
	}

	private int endOfDigits(int from) {
		int at = from;
		while (at < this.end && this.json[at] >= '0' && this.json[at] <= '9') {
			at++;
		}
		return at;
	}

	private void skipString(int maxLength, String what) {
		int start = ++this.position;
		// bytes that stand for no character of their own
		int overhead = 0;
		while (true) {
			skipPlainCharacters();
			int c = next();
			if (c == '"') {
				checkLength(this.position - 1 - start - overhead, maxLength, what, "characters");
				return;
			}
			if (c < 0x20) {
				throw unexpected("no control character in a string", this.position - 1);
			}
			overhead += (c == '\\') ? skipEscape() : skipUtf8(c);
		}
	}

	private void skipPlainCharacters() {
		int at = this.position;
		while (at <= this.end - Long.BYTES) {
			int plain = JsonWord.countPlain(JsonWord.at(this.json, at));
			at += plain;
			if (plain < Long.BYTES) {
				this.position = at;
				return;
			}
		}
		// bytes of other characters than ASCII's are negative
		while (at < this.end && this.json[at] >= 0x20 && this.json[at] != '"' && this.json[at] != '\\') {
			at++;
		}
		this.position = at;
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

	private static void checkLength(int length, int maxLength, String what, String unit) {
		if (length > maxLength) {
			throw RejectedJsonException.limit(JsonRpcErrorCode.PARSE_ERROR,
					what + " of more than " + maxLength + " " + unit);
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
	final String token(int from, int to) {
		return token(this.json, from, to);
	}

	private static String token(byte[] json, int from, int to) {
		return new String(json, from, to - from, StandardCharsets.UTF_8);
	}

	/**
	 * Return the content of a string that was skipped before.
	 */
	final String string(int from, int to) {
		return string(this.json, from, to);
	}

	/**
	 * Return the content of a string.
	 */
	static String string(byte[] json, int from, int to) {
		return isEscaped(json, from, to) ? JsonStrings.unquote(token(json, from, to)) : token(json, from + 1, to - 1);
	}

	/**
	 * Return whether a string that was skipped before has an escape in it.
	 */
	final boolean isEscaped(int from, int to) {
		return isEscaped(this.json, from, to);
	}

	private static boolean isEscaped(byte[] json, int from, int to) {
		for (int i = from; i < to; i++) {
			if (json[i] == '\\') {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether a token that was skipped before is a string of the given characters,
	 * without an escape. Of others than ASCII's it is taken for not being one.
	 */
	final boolean isPlainString(int from, int to, String text) {
		if (to - from != text.length() + 2 || this.json[from] != '"') {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			byte c = this.json[from + 1 + i];
			if (c != text.charAt(i) || c == '\\') {
				return false;
			}
		}
		return true;
	}

}
