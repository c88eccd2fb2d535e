package io.github.springjsonrpc.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongUnaryOperator;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * The end of a measured process that answers its parent: a line comes in, a line of
 * figures goes out.
 */
public final class MeasuredProcess {

	private final PrintStream out;

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final LongUnaryOperator task;

	private MeasuredProcess(PrintStream out, LongUnaryOperator task) {
		this.out = out;
		this.task = task;
	}

	/**
	 * Say that the process is ready, and answer until the parent is gone.
	 * @param port where it listens; 0 if it does not
	 */
	public static void serve(int port) throws IOException {
		serve(port, (nanos) -> 0);
	}

	/**
	 * The same for a process that is told to do something.
	 * @param task does it for so many nanoseconds, and returns how often it did
	 */
	public static void serve(int port, LongUnaryOperator task) throws IOException {
		new MeasuredProcess(System.out, task).run(port);
	}

	private void run(int port) throws IOException {
		this.out.println("ready " + port);
		BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.startsWith("run ")) {
				this.out.println("ran " + this.task.applyAsLong(Long.parseLong(line.substring(4))));
				continue;
			}
			if (line.equals("gc")) {
				System.gc();
			}
			this.out.println("figures " + this.system.getProcessCpuTime() + " " + allocated() + " " + rss("VmHWM") + " "
					+ rss("VmRSS"));
		}
		System.exit(0);
	}

	private long allocated() {
		long sum = 0;
		for (long bytes : this.threads.getThreadAllocatedBytes(this.threads.getAllThreadIds())) {
			sum += Math.max(bytes, 0);
		}
		return sum;
	}

	/**
	 * Read a figure of the process in KiB; 0 where there is no proc file system.
	 */
	private static long rss(String name) throws IOException {
		Path status = Path.of("/proc/self/status");
		if (!Files.exists(status)) {
			return 0;
		}
		return Files.readAllLines(status)
			.stream()
			.filter((line) -> line.startsWith(name + ":"))
			.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
			.findFirst()
			.orElse(0);
	}

}
