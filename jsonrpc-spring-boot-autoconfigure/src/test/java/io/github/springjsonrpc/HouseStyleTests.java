package io.github.springjsonrpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests what a formatter can't: names, sizes and visibility.
 */
class HouseStyleTests {

	private static final int MAX_FILE = 400;

	private static final int MEDIAN_FILE = 100;

	private static final int MAX_METHOD = 40;

	private static final int MAX_LAMBDA = 10;

	@Test
	void hasNoNamesThatSayNothing() {
		noClasses().should()
			.haveNameMatching(".*(Impl|Utils?|Helpers?|Managers?)")
			.because("a name says what a class is for")
			.check(ProjectClasses.ALL);
	}

	@Test
	void keepsAThirdOfTheTypesToThePackages() {
		List<JavaClass> types = ProjectClasses.ALL.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter((type) -> !type.getSimpleName().equals("package-info"))
			.toList();
		assertThat(types.stream().filter((type) -> !type.getModifiers().contains(JavaModifier.PUBLIC)))
			.hasSizeGreaterThanOrEqualTo(types.size() / 3);
	}

	@Test
	void hasSmallFiles() {
		Map<String, Integer> lengths = new TreeMap<>();
		sources("src/main/java").forEach((file) -> lengths.put(file.toString(), lines(file).size()));
		assertThat(lengths).isNotEmpty().allSatisfy((file, length) -> assertThat(length).isLessThanOrEqualTo(MAX_FILE));
		assertThat(lengths.values().stream().sorted().toList().get(lengths.size() / 2)).isLessThan(MEDIAN_FILE);
	}

	@Test
	void hasShortMethodsAndLambdas() {
		assertThat(SourceBlock.of(sources("src/main/java").toList())).isNotEmpty()
			.allSatisfy((block) -> assertThat(block.lines()).as(block.toString())
				.isLessThanOrEqualTo(block.lambda() ? MAX_LAMBDA : MAX_METHOD));
	}

	@Test
	void waitsForWhatHappensAndNotForTimeToPass() {
		assertThat(sources("src/test/java")).isNotEmpty();
		assertThat(
				sources("src/test/java").filter((file) -> String.join("", lines(file)).contains("Thread." + "sleep")))
			.isEmpty();
	}

	private static Stream<Path> sources(String directory) {
		try (Stream<Path> files = Files.walk(Path.of(directory))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
