package io.github.springjsonrpc.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables in {@code docs/seed-parity.md} are complete, and the tests that they name
 * exist.
 */
class SeedParityTests {

	private static final Path PAGE = ProjectFiles.ROOT.resolve("docs/seed-parity.md");

	private static final Pattern ROW = Pattern.compile("\\| (S\\d+) \\| .+ \\| .+ \\| (.+) \\|");

	private static final Pattern TEST = Pattern.compile("\\[`(\\w+)#(\\w+)`]\\(([^)]+)\\)");

	static Stream<Row> rows() {
		return ProjectFiles.lines(PAGE)
			.stream()
			.flatMap((line) -> ROW.matcher(line).results())
			.map((row) -> new Row(row.group(1), row.group(2)));
	}

	@Test
	void tableHasEveryRowInOrder() {
		List<String> expected = IntStream.rangeClosed(1, 176).mapToObj((row) -> "S" + row).toList();
		assertThat(rows()).extracting(Row::id).isEqualTo(expected);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void rowNamesTestsThatExist(Row row) {
		assertThat(TEST.matcher(row.tests()).results()).isNotEmpty().allSatisfy(SeedParityTests::exists);
	}

	private static void exists(MatchResult test) {
		Path file = PAGE.resolveSibling(test.group(3));
		assertThat(file.getFileName().toString()).matches(test.group(1) + "\\.(java|kt)");
		Pattern method = Pattern.compile("\t+(void|fun|Stream<DynamicTest>) " + test.group(2) + "\\(.*");
		assertThat(ProjectFiles.lines(file)).anySatisfy((line) -> assertThat(line).matches(method));
	}

	record Row(String id, String tests) {

	}

}
