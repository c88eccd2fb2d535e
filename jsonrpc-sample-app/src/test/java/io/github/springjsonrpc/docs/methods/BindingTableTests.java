package io.github.springjsonrpc.docs.methods;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.springjsonrpc.docs.HttpCall;
import io.github.springjsonrpc.docs.ProjectFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table "From JSON to Java" in {@code docs/methods.md}: what each row says is what
 * happens.
 */
@MethodsPageTest
class BindingTableTests {

	private static final Pattern ROW = Pattern
		.compile("\\| `([^`]+)` \\| `([^`]+)` \\| (?:`([^`]+)`|-32602: (.+)) \\|");

	private static final Pattern EXAMPLE = Pattern.compile("\tString (\\w+)\\((.+)\\) \\{");

	private static final Pattern VIOLATION = Pattern.compile("\\{\"path\":\"([^\"]*)\",\"message\":\"([^\"]*)\"}");

	private static final Map<String, String> METHODS = ProjectFiles.sources("test")
		.stream()
		.filter((file) -> file.endsWith("BindingExamples.java"))
		.flatMap((file) -> ProjectFiles.lines(file).stream())
		.flatMap((line) -> EXAMPLE.matcher(line).results())
		.collect(Collectors.toMap((example) -> example.group(2), (example) -> "binding." + example.group(1)));

	@LocalServerPort
	private int port;

	static Stream<Row> rows() {
		return ProjectFiles.lines(ProjectFiles.ROOT.resolve("docs/methods.md"))
			.stream()
			.flatMap((line) -> ROW.matcher(line).results())
			.map(Row::of);
	}

	@ParameterizedTest
	@MethodSource("rows")
	void bindsAsThePageSays(Row row) {
		assertThat(METHODS).containsKey(row.declaration());
		String answer = HttpCall.call(this.port, "/rpc", METHODS.get(row.declaration()), row.params());
		if (row.argument() != null) {
			assertThat(answer).isEqualTo("\"result\":\"" + row.argument() + "\"");
		}
		else {
			assertThat(answer).startsWith("\"error\":{\"code\":-32602,");
			assertThat(violations(answer)).isEqualTo(row.violations());
		}
	}

	private static String violations(String answer) {
		return VIOLATION.matcher(answer)
			.results()
			.map((violation) -> "`" + violation.group(1) + "` " + violation.group(2))
			.collect(Collectors.joining("; "));
	}

	record Row(String declaration, String params, String argument, String violations) {

		static Row of(MatchResult row) {
			return new Row(row.group(1), row.group(2), row.group(3), row.group(4));
		}

	}

}
