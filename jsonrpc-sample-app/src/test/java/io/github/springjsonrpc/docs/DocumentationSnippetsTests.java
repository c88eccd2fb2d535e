package io.github.springjsonrpc.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every snippet in the documentation is source code that the build compiles.
 */
class DocumentationSnippetsTests {

	private static final Set<String> LANGUAGES = Set.of("java", "kotlin");

	private static final Map<String, List<SourceRegion>> REGIONS = ProjectFiles.sources("main", "test")
		.stream()
		.flatMap((file) -> SourceRegion.of(file).stream())
		.collect(Collectors.groupingBy(SourceRegion::name));

	static Stream<CodeBlock> snippets() {
		return ProjectFiles.pages()
			.stream()
			.flatMap((page) -> CodeBlock.of(page).stream())
			.filter((block) -> LANGUAGES.contains(block.language()));
	}

	@ParameterizedTest
	@MethodSource("snippets")
	void snippetIsWhatItsSourceSays(CodeBlock block) {
		assertThat(block.snippet()).as("name of the source in a comment above").isNotNull();
		assertThat(REGIONS.get(block.snippet())).as(block.snippet()).singleElement();
		assertThat(SourceRegion.text(block.lines())).isEqualTo(REGIONS.get(block.snippet()).get(0).text());
	}

	@Test
	void everyTaggedRegionIsShown() {
		Set<String> shown = snippets().map(CodeBlock::snippet).collect(Collectors.toSet());
		assertThat(REGIONS.values().stream().flatMap(List::stream).filter(SourceRegion::tagged))
			.extracting(SourceRegion::name)
			.isNotEmpty()
			.isSubsetOf(shown);
	}

}
