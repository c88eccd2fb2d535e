package io.github.springjsonrpc.protocol;

import java.util.HexFormat;

/**
 * The escapes of JSON strings.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-7">RFC 8259, section 7</a>
 */
public final class JsonStrings {

	private static final HexFormat HEX = HexFormat.of();

	private JsonStrings() {
	}

	/**
	 * Write a text as a JSON string. Half a surrogate pair is escaped, so that every text
	 * can be sent as UTF-8.
	 * @param text the text
	 * @return the token, quotes included
	 */
	public static String quote(String text) {
		StringBuilder json = new StringBuilder(text.length() + 2).append('"');
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\') {
				json.append('\\').append(c);
			}
			else if (c < 0x20 || isHalfPair(text, i)) {
				json.append("\\u").append(HEX.toHexDigits(c));
			}
			else {
				json.append(c);
			}
		}
		return json.append('"').toString();
	}

	private static boolean isHalfPair(String text, int index) {
		char c = text.charAt(index);
		if (Character.isHighSurrogate(c)) {
			return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
		}
		return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
	}

	/**
	 * Read the text of a JSON string.
	 * @param token the token, quotes included; it must be well-formed
	 * @return the text
	 */
	public static String unquote(String token) {
		if (token.indexOf('\\') < 0) {
			return token.substring(1, token.length() - 1);
		}
		StringBuilder text = new StringBuilder(token.length());
		for (int i = 1; i < token.length() - 1; i++) {
			char c = token.charAt(i);
			if (c != '\\') {
				text.append(c);
				continue;
			}
			char escaped = token.charAt(++i);
			if (escaped == 'u') {
				text.append((char) Integer.parseInt(token, i + 1, i + 5, 16));
				i += 4;
			}
			else {
				text.append(unescape(escaped));
			}
		}
		return text.toString();
	}

	private static char unescape(char escaped) {
		return switch (escaped) {
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			default -> escaped;
		};
	}

}
