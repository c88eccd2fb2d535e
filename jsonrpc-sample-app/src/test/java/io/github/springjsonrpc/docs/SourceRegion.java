package io.github.springjsonrpc.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Part of a source file that documentation may show: what stands between
 * {@code // tag::name[]} and {@code // end::name[]}, known as {@code File#name}, or the
 * whole file behind its imports, known as {@code File}.
 *
 * @param name how pages call the region
 * @param tagged whether it is there only to be shown
 * @param text the lines of the region, without indentation
 */
record SourceRegion(String name, boolean tagged, String text) {

	private static final Pattern TAG = Pattern.compile("\\s*// (tag|end)::([\\w-]+)\\[]");

	private static final Pattern HEADER = Pattern.compile("(package|import) .*|");

	/**
	 * Return the regions of a file.
	 */
	static List<SourceRegion> of(Path file) {
		String fileName = file.getFileName().toString().replaceFirst("\\.\\w+$", "");
		List<String> whole = new ArrayList<>();
		Map<String, List<String>> regions = new LinkedHashMap<>();
		Map<String, List<String>> open = new LinkedHashMap<>();
		for (String line : ProjectFiles.lines(file)) {
			Matcher tag = TAG.matcher(line);
			if (!tag.matches()) {
				open.values().forEach((region) -> region.add(line));
				if (!whole.isEmpty() || !HEADER.matcher(line).matches()) {
					whole.add(line);
				}
			}
			else if (tag.group(1).equals("tag")) {
				open.put(tag.group(2), new ArrayList<>());
			}
			else {
				regions.put(tag.group(2), open.remove(tag.group(2)));
			}
		}
		if (!open.isEmpty()) {
			throw new IllegalStateException(file + " has regions without an end: " + open.keySet());
		}
		List<SourceRegion> all = new ArrayList<>(List.of(new SourceRegion(fileName, false, text(whole))));
		regions.forEach((name, lines) -> all.add(new SourceRegion(fileName + "#" + name, true, text(lines))));
		return all;
	}

	/**
	 * Return lines as they are compared: without common indentation, tabs as four spaces,
	 * no empty lines at the ends.
	 */
	static String text(List<String> lines) {
		return String.join("\n", lines).replace("\t", "    ").stripIndent().strip();
	}

}
