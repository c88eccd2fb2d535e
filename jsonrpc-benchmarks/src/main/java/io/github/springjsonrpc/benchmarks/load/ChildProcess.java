package io.github.springjsonrpc.benchmarks.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A measured process: a JVM on the first processor, as the load is on the second.
 */
public final class ChildProcess implements AutoCloseable {

	private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx1g");

	private final Process process;

	private final BufferedReader in;

	private final PrintStream out;

	private final String ready;

	private final long readyNanos;

	private ChildProcess(Process process) throws IOException {
		long begin = System.nanoTime();
		this.process = process;
		this.in = process.inputReader(StandardCharsets.UTF_8);
		this.out = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		this.ready = next("ready ");
		this.readyNanos = System.nanoTime() - begin;
	}

	/**
	 * Start a process on its processor and wait until it is ready.
	 * @param main the class to run
	 * @param library whether to have this project's library on the class path: its
	 * auto-configuration is no part of what is written by hand
	 */
	public static ChildProcess start(Class<?> main, boolean library, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (Processors.canPin()) {
			command.addAll(List.of("taskset", "-c", "0"));
		}
		return start(command, main, library, arguments);
	}

	/**
	 * Start a process that has all processors, as there is no load on it.
	 */
	public static ChildProcess startAlone(Class<?> main, boolean library) throws IOException {
		List<String> command = new ArrayList<>();
		if (Processors.canPin()) {
			command.addAll(List.of("taskset", "-c", "0-" + (Processors.count() - 1)));
		}
		return start(command, main, library);
	}

	private static ChildProcess start(List<String> command, Class<?> main, boolean library, String... arguments)
			throws IOException {
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JVM);
		command.addAll(List.of("-cp", classPath(library), main.getName()));
		command.addAll(List.of(arguments));
		return new ChildProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
	}

	private static String classPath(boolean library) {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> library || !entry.contains("jsonrpc-spring-boot-"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	public int port() {
		return Integer.parseInt(this.ready);
	}

	/**
	 * Return how long it took until the process was ready, in milliseconds.
	 */
	public long readyMillis() {
		return this.readyNanos / 1_000_000;
	}

	public Figures figures() {
		return Figures.parse(ask("figures", "figures "));
	}

	public Figures figuresAfterGc() {
		return Figures.parse(ask("gc", "figures "));
	}

	/**
	 * Let the process do what it is there for.
	 * @return how often it did it
	 */
	public long run(long nanos) {
		return Long.parseLong(ask("run " + nanos, "ran "));
	}

	/**
	 * Send a line and return the rest of the line of the answer.
	 */
	private String ask(String line, String answer) {
		this.out.println(line);
		try {
			return next(answer);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private String next(String prefix) throws IOException {
		for (String line = this.in.readLine(); line != null; line = this.in.readLine()) {
			if (line.startsWith(prefix)) {
				return line.substring(prefix.length());
			}
			System.err.println(line);
		}
		throw new IllegalStateException("The process has ended");
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
