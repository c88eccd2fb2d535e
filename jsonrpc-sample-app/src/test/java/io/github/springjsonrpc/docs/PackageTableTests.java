package io.github.springjsonrpc.docs;

import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of packages in {@code docs/architecture.md} has the packages of the library.
 */
class PackageTableTests {

	private static final Path LIBRARY = ProjectFiles.ROOT
		.resolve("jsonrpc-spring-boot-autoconfigure/src/main/java/io/github/springjsonrpc");

	private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\|.*");

	@Test
	void tableHasEachPackage() {
		Set<String> documented = new TreeSet<>();
		ProjectFiles.lines(ProjectFiles.ROOT.resolve("docs/architecture.md"))
			.forEach((line) -> ROW.matcher(line).results().forEach((row) -> documented.add(row.group(1))));
		Set<String> existing = new TreeSet<>();
		for (Path file : ProjectFiles.sources("main")) {
			if (file.startsWith(LIBRARY)) {
				existing.add(LIBRARY.relativize(file.getParent()).toString().replace(File.separatorChar, '.'));
			}
		}
		assertThat(documented).isEqualTo(existing);
	}

}
