package io.github.springjsonrpc.server.webflux;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A message and its exact answer, from a table in the form of the specification's
 * examples: {@code -->} before what is sent and {@code <--} before what comes back,
 * nothing if there is no answer. Both may go on in further lines; {@code #} begins a
 * comment. {@code «C3 28»} stands for bytes, {@code «[ x 500»} for a repeated text.
 *
 * @param request what is sent, as it stands in the table
 * @param answer what comes back, as it stands in the table
 */
record ContractCase(String request, String answer) {

	private static final Pattern MACRO = Pattern.compile("«(?:([0-9A-F]{2}(?: [0-9A-F]{2})*)|(.+?) x (\\d+))»");

	private static final Pattern SPACE_OUTSIDE_STRINGS = Pattern.compile("(\"(?:[^\"\\\\]|\\\\.)*+\"|«[^»]+»)|\\s+");

	/**
	 * Read a table.
	 */
	static List<ContractCase> table(String name) {
		List<ContractCase> cases = new ArrayList<>();
		String request = "";
		@Nullable String answer = null;
		for (String line : (Iterable<String>) lines(name)::iterator) {
			if (line.startsWith("-->")) {
				if (answer != null) {
					cases.add(new ContractCase(request, answer));
				}
				request = line.substring(3).strip();
				answer = null;
			}
			else if (line.startsWith("<--")) {
				answer = line.substring(3).strip();
			}
			else if (answer == null) {
				request = request + "\n" + line;
			}
			else {
				answer = (answer + "\n" + line).strip();
			}
		}
		cases.add(new ContractCase(request, String.valueOf(answer)));
		return cases;
	}

	static Stream<String> lines(String name) {
		try (InputStream in = ContractCase.class.getResourceAsStream("/contract/" + name + ".txt")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("#") && !line.isBlank());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	byte[] requestBytes() {
		return expand(this.request);
	}

	/**
	 * Return the answer without the white space that the specification puts into its
	 * examples.
	 */
	@Nullable String answerText() {
		if (this.answer.isEmpty()) {
			return null;
		}
		String compact = SPACE_OUTSIDE_STRINGS.matcher(this.answer)
			.replaceAll((found) -> Matcher.quoteReplacement((found.group(1) != null) ? found.group(1) : ""));
		return new String(expand(compact), StandardCharsets.UTF_8);
	}

	static byte[] expand(String text) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Matcher macro = MACRO.matcher(text);
		int end = 0;
		while (macro.find()) {
			out.writeBytes(text.substring(end, macro.start()).getBytes(StandardCharsets.UTF_8));
			out.writeBytes((macro.group(1) != null) ? HexFormat.ofDelimiter(" ").parseHex(macro.group(1))
					: macro.group(2).repeat(Integer.parseInt(macro.group(3))).getBytes(StandardCharsets.UTF_8));
			end = macro.end();
		}
		out.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8));
		return out.toByteArray();
	}

	@Override
	public String toString() {
		return (this.request.length() > 120) ? this.request.substring(0, 120) + "…" : this.request;
	}

}
