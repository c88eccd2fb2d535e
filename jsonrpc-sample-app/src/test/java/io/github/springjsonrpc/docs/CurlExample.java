package io.github.springjsonrpc.docs;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A {@code curl} command in a page, and what the page says that it prints.
 *
 * @param command the whole line without the prompt
 * @param answer the lines below it
 */
public record CurlExample(String command, String answer) {

	private static final String PROMPT = "$ ";

	private static final String CURL = "curl ";

	private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

	/**
	 * Return the commands of a page in their order.
	 */
	public static List<CurlExample> of(Path page) {
		List<CurlExample> examples = new ArrayList<>();
		for (CodeBlock block : CodeBlock.of(page)) {
			if (block.language().equals("console")) {
				for (String example : ("\n" + String.join("\n", block.lines())).split("\n" + Pattern.quote(PROMPT))) {
					if (example.startsWith(CURL)) {
						examples.add(of(example));
					}
				}
			}
		}
		return examples;
	}

	private static CurlExample of(String example) {
		String[] parts = example.split("\n", 2);
		return new CurlExample(parts[0], (parts.length > 1) ? parts[1].strip() : "");
	}

	/**
	 * Do what the command does.
	 * @param port the port to use instead of the one that the command names
	 * @return what the command would print
	 */
	public String run(int port) {
		Map<String, String> headers = new LinkedHashMap<>();
		String uri = "";
		String json = "";
		boolean status = false;
		Iterator<String> words = words();
		while (words.hasNext()) {
			String word = words.next();
			switch (word) {
				case "--json" -> json = words.next();
				case "-H" -> {
					String[] header = words.next().split(": ", 2);
					headers.put(header[0], header[1]);
				}
				case "-w" -> status = words.next().equals("%{http_code}");
				default -> uri = "http://" + word.replace("localhost:8080", "localhost:" + port);
			}
		}
		HttpResponse<String> response = HttpCall.post(URI.create(uri), json, headers);
		return response.body() + (status ? response.statusCode() : "");
	}

	private Iterator<String> words() {
		return WORD.matcher(this.command.substring(CURL.length())).results().map(CurlExample::unquote).iterator();
	}

	private static String unquote(MatchResult word) {
		return (word.group(1) != null) ? word.group(1) : word.group(2);
	}

	@Override
	public String toString() {
		return this.command;
	}

}
