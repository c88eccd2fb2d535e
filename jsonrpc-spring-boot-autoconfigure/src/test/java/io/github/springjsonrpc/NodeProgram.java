package io.github.springjsonrpc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A program of {@code src/test/npm}, run by Node. The packages are installed below
 * {@code target} by the first test that needs them; without Node, npm or a registry,
 * tests are skipped.
 */
public final class NodeProgram implements AutoCloseable {

	private static final Path SOURCES = Path.of("src/test/npm");

	private static final Path DIRECTORY = Path.of("target/npm").toAbsolutePath();

	private static final Path INSTALLED = DIRECTORY.resolve("node_modules/.package-lock.json");

	private final Process process;

	private final BufferedReader out;

	private final Path errors;

	private NodeProgram(Process process, Path errors) {
		this.process = process;
		this.out = process.inputReader();
		this.errors = errors;
	}

	/**
	 * Start a program.
	 * @param script its file
	 * @param arguments its arguments
	 */
	public static synchronized NodeProgram start(String script, String... arguments) throws Exception {
		install();
		Path errors = DIRECTORY.resolve(script + ".log");
		List<String> command = new ArrayList<>(List.of("node", script));
		command.addAll(List.of(arguments));
		return new NodeProgram(
				new ProcessBuilder(command).directory(DIRECTORY.toFile()).redirectError(errors.toFile()).start(),
				errors);
	}

	private static void install() throws Exception {
		Files.createDirectories(DIRECTORY);
		try (Stream<Path> sources = Files.list(SOURCES)) {
			for (Path source : sources.toList()) {
				Files.copy(source, DIRECTORY.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
		assumeTrue(run("node", "--version"), "Node is not installed");
		if (!Files.exists(INSTALLED)) {
			assumeTrue(run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--omit=optional"),
					"npm could not install the packages, see target/npm/npm.log");
		}
	}

	private static boolean run(String... command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(List.of(command)).directory(DIRECTORY.toFile())
				.redirectErrorStream(true)
				.redirectOutput(DIRECTORY.resolve("npm.log").toFile())
				.start();
			return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Return the next line that it prints.
	 */
	public String line() throws Exception {
		String line = CompletableFuture.supplyAsync(this::read).get(1, TimeUnit.MINUTES);
		if (line.isEmpty()) {
			throw new IllegalStateException(Files.readString(this.errors));
		}
		return line;
	}

	private String read() {
		try {
			String line = this.out.readLine();
			return (line != null) ? line : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
