package io.github.springjsonrpc.codec;

/**
 * Finds where the values of a JSON text end that is known to be one, as it was checked
 * when it was read. Of a text that is none it finds some end that is not behind its own.
 */
final class CheckedJson {

	private CheckedJson() {
	}

	/**
	 * Return the place of the next byte that is not white space.
	 */
	static int skipBlank(byte[] json, int from, int end) {
		int at = from;
		while (at < end && json[at] <= ' ' && json[at] >= 0) {
			at++;
		}
		return at;
	}

	/**
	 * Return the place behind the value that begins at a place.
	 */
	static int endOfValue(byte[] json, int from, int end) {
		if (from == end) {
			return end;
		}
		return switch (json[from]) {
			case '"' -> endOfString(json, from, end);
			case '{', '[' -> endOfContainer(json, from, end);
			default -> endOfWord(json, from, end);
		};
	}

	private static int endOfWord(byte[] json, int from, int end) {
		int at = from;
		while (at < end && json[at] > ' ' && json[at] != ',' && json[at] != ']' && json[at] != '}') {
			at++;
		}
		return at;
	}

	/**
	 * Return the place behind the string that begins at a place.
	 */
	static int endOfString(byte[] json, int from, int end) {
		int at = from + 1;
		while (at < end && json[at] != '"') {
			at += (json[at] == '\\') ? 2 : 1;
		}
		return Math.min(at + 1, end);
	}

	private static int endOfContainer(byte[] json, int from, int end) {
		int depth = 0;
		int at = from;
		while (at < end) {
			switch (json[at]) {
				case '"' -> {
					at = endOfString(json, at, end);
					continue;
				}
				case '{', '[' -> depth++;
				case '}', ']' -> depth--;
				default -> {
					// what is neither has no influence on where the container ends
				}
			}
			at++;
			if (depth == 0) {
				return at;
			}
		}
		return end;
	}

}
