package io.github.springjsonrpc.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation as a whole.
 */
class DocumentationTests {

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]+))?\\)");

	static List<Path> pages() {
		return ProjectFiles.pages();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksLeadSomewhere(Path page) {
		for (MatchResult link : LINK.matcher(String.join("\n", ProjectFiles.lines(page))).results().toList()) {
			Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
			assertThat(target).as(link.group()).exists();
			if (link.group(2) != null) {
				assertThat(headings(target)).as(link.group()).contains(link.group(2));
			}
		}
	}

	@Test
	void readmeIsShortAndLinksEveryPage() {
		Path readme = ProjectFiles.ROOT.resolve("README.md");
		assertThat(ProjectFiles.lines(readme)).hasSizeLessThan(150);
		assertThat(readme).content()
			.contains(pages().stream()
				.map((page) -> ProjectFiles.ROOT.relativize(page).toString())
				.filter((page) -> page.startsWith("docs"))
				.map((page) -> "(" + page + ")")
				.toList())
			.contains("\n./mvnw -pl jsonrpc-sample-app -am spring-boot:run\n./mvnw verify\n");
	}

	@Test
	void licenceIsWhatReadmeSays() {
		assertThat(ProjectFiles.ROOT.resolve("README.md")).content().endsWith("Licence: [Apache 2.0](LICENSE).\n");
		assertThat(ProjectFiles.ROOT.resolve("LICENSE")).content()
			.containsSubsequence("Apache License", "Version 2.0, January 2004");
	}

	// as the usual renderers name the anchors of headings
	private static List<String> headings(Path page) {
		return ProjectFiles.lines(page)
			.stream()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
			.map((heading) -> heading.replaceAll("[^\\w -]", "").replace(' ', '-'))
			.toList();
	}

}
