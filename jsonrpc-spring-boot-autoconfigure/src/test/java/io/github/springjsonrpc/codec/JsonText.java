package io.github.springjsonrpc.codec;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A line of {@code json-texts.txt}.
 *
 * @param name what the text is; it begins with {@code y_} if it is JSON, {@code n_} if it
 * is not, and {@code i_} if either may be said
 * @param bytes the text
 */
record JsonText(String name, byte[] bytes) {

	private static final JsonReadLimits LIMITS = new JsonReadLimits(500, 1000, 100_000, 50_000);

	static List<JsonText> all() {
		InputStream resource = JsonText.class.getResourceAsStream("json-texts.txt");
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
			return reader.lines().filter((line) -> line.matches("[yni]_.*")).map(JsonText::parse).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonText parse(String line) {
		String[] parts = line.split(" ", 2);
		byte[] escaped = ((parts.length == 2) ? parts[1] : "").getBytes(StandardCharsets.UTF_8);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < escaped.length; i++) {
			if (escaped[i] == '%') {
				bytes.write(Integer.parseInt(new String(escaped, i + 1, 2, StandardCharsets.US_ASCII), 16));
				i += 2;
			}
			else {
				bytes.write(escaped[i]);
			}
		}
		return new JsonText(parts[0], bytes.toByteArray());
	}

	boolean isJson() {
		return this.name.startsWith("y_");
	}

	boolean isEither() {
		return this.name.startsWith("i_");
	}

	/**
	 * Return whether the scanner takes a text for JSON.
	 */
	static boolean isAccepted(byte[] json) {
		return isAccepted(json, LIMITS);
	}

	static boolean isAccepted(byte[] json, JsonReadLimits limits) {
		try {
			JsonScanner scanner = new JsonScanner(json, 0, json.length, limits);
			scanner.skipValue();
			scanner.expectEnd();
			return true;
		}
		catch (RejectedJsonException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

}
