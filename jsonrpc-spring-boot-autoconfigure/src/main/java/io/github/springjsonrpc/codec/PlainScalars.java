package io.github.springjsonrpc.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the plainest of values by itself, where a JSON library would need a generator
 * for each of them: integers, booleans and strings of printable ASCII. It does so only
 * for types that the library writes in its own standard way, and leaves all others to it.
 */
final class PlainScalars {

	/**
	 * The types that can be written here.
	 */
	static final Set<Class<?>> CANDIDATES = Set.of(Integer.class, Long.class, Boolean.class, String.class);

	// every character that is written here, and the numbers at the ends
	private static final List<Object> SAMPLES = List.of(0, Integer.MIN_VALUE, Integer.MAX_VALUE, 0L, Long.MIN_VALUE,
			Long.MAX_VALUE, true, false, "", printableAscii());

	private final boolean integers;

	private final boolean longs;

	private final boolean booleans;

	private final boolean strings;

	private PlainScalars(Set<Class<?>> types) {
		this.integers = types.contains(Integer.class);
		this.longs = types.contains(Long.class);
		this.booleans = types.contains(Boolean.class);
		this.strings = types.contains(String.class);
	}

	/**
	 * Return what writes the types whose serializers are standard, as far as the settings
	 * of the library are too.
	 * @param standard the candidates with a serializer of the library's own
	 * @param library writes a value
	 */
	static PlainScalars of(Set<Class<?>> standard, Library library) {
		PlainScalars all = new PlainScalars(CANDIDATES);
		Set<Class<?>> types = new HashSet<>(standard);
		for (Object sample : SAMPLES) {
			if (types.contains(sample.getClass()) && !all.isWrittenAlike(sample, library)) {
				types.remove(sample.getClass());
			}
		}
		return new PlainScalars(types);
	}

	private boolean isWrittenAlike(Object sample, Library library) {
		ByteArrayOutputStream here = new ByteArrayOutputStream();
		ByteArrayOutputStream there = new ByteArrayOutputStream();
		try {
			library.write(sample, there);
			return write(sample, here)
					&& here.toString(StandardCharsets.UTF_8).equals(there.toString(StandardCharsets.UTF_8));
		}
		catch (IOException | RuntimeException | LinkageError ex) {
			return false;
		}
	}

	private static String printableAscii() {
		StringBuilder text = new StringBuilder();
		for (char c = ' '; c <= '~'; c++) {
			if (isPlain(c)) {
				text.append(c);
			}
		}
		return text.toString();
	}

	/**
	 * Write a value.
	 * @return whether it was one to be written here; if not, nothing has been written
	 */
	boolean write(Object value, OutputStream out) throws IOException {
		if (value instanceof String text) {
			return this.strings && write(text, out);
		}
		if ((this.integers && value instanceof Integer) || (this.longs && value instanceof Long)) {
			BufferOutput.write(((Number) value).longValue(), out);
			return true;
		}
		if (this.booleans && value instanceof Boolean) {
			BufferOutput.write(value.toString(), out);
			return true;
		}
		return false;
	}

	private static boolean write(String text, OutputStream out) throws IOException {
		for (int i = 0; i < text.length(); i++) {
			if (!isPlain(text.charAt(i))) {
				return false;
			}
		}
		out.write('"');
		BufferOutput.write(text, out);
		out.write('"');
		return true;
	}

	private static boolean isPlain(char c) {
		return c >= ' ' && c <= '~' && c != '"' && c != '\\';
	}

	/**
	 * How the library writes.
	 */
	@FunctionalInterface
	interface Library {

		void write(Object value, OutputStream out) throws IOException;

	}

}
