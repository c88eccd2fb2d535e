package io.github.springjsonrpc.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A fenced block of code in a Markdown page.
 *
 * @param page the page
 * @param line where the block begins, counted from 1
 * @param language what stands behind the fence
 * @param snippet the source that the comment above the block names as in
 * {@code <!-- snippet: OrderBook#cancel -->}, or {@code null} if there is none
 * @param lines the lines between the fences
 */
public record CodeBlock(Path page, int line, String language, @Nullable String snippet, List<String> lines) {

	private static final String FENCE = "```";

	private static final Pattern COMMENT = Pattern.compile("<!-- snippet: (\\S+) -->");

	/**
	 * Return the blocks of a page in their order.
	 */
	public static List<CodeBlock> of(Path page) {
		List<CodeBlock> blocks = new ArrayList<>();
		List<String> lines = ProjectFiles.lines(page);
		for (int start = 0; start < lines.size(); start++) {
			if (lines.get(start).startsWith(FENCE)) {
				int end = start + 1;
				while (!lines.get(end).equals(FENCE)) {
					end++;
				}
				blocks.add(new CodeBlock(page, start + 1, lines.get(start).substring(FENCE.length()),
						snippet((start > 0) ? lines.get(start - 1) : ""), lines.subList(start + 1, end)));
				start = end;
			}
		}
		return blocks;
	}

	private static @Nullable String snippet(String line) {
		Matcher comment = COMMENT.matcher(line);
		return comment.matches() ? comment.group(1) : null;
	}

	@Override
	public String toString() {
		return ProjectFiles.ROOT.relativize(this.page) + ":" + this.line;
	}

}
