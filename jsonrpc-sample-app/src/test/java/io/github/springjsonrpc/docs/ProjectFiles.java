package io.github.springjsonrpc.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of the repository that these tests are part of.
 */
public final class ProjectFiles {

	/**
	 * The top directory, wherever below it the tests are started.
	 */
	public static final Path ROOT = root(Path.of("").toAbsolutePath());

	private static final List<String> MODULES = List.of("jsonrpc-spring-boot-autoconfigure", "jsonrpc-sample-app");

	private ProjectFiles() {
	}

	private static Path root(Path directory) {
		return Files.exists(directory.resolve("mvnw")) ? directory : root(directory.getParent());
	}

	/**
	 * Return the README and the pages in {@code docs}.
	 */
	public static List<Path> pages() {
		return Stream.concat(Stream.of(ROOT.resolve("README.md")), find(ROOT.resolve("docs"), ".md")).toList();
	}

	/**
	 * Return all Java and Kotlin files, of tests or of everything.
	 */
	public static List<Path> sources(String... sourceSets) {
		return MODULES.stream()
			.flatMap((module) -> Stream.of(sourceSets).map((set) -> ROOT.resolve(module).resolve("src").resolve(set)))
			.flatMap((directory) -> Stream.concat(find(directory, ".java"), find(directory, ".kt")))
			.toList();
	}

	public static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Path> find(Path directory, String suffix) {
		if (!Files.exists(directory)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(suffix)).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
