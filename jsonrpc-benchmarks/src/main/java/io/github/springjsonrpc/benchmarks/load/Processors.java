package io.github.springjsonrpc.benchmarks.load;

import java.io.IOException;
import java.util.List;

/**
 * Keeps what is measured and what measures on processors of their own, where the system
 * can do so.
 */
public final class Processors {

	// asked later, the virtual machine would count those that it was left
	private static final int COUNT = Runtime.getRuntime().availableProcessors();

	private static final boolean CAN_PIN = COUNT > 1 && run("taskset", "-V");

	private Processors() {
	}

	/**
	 * Return how many processors there are.
	 */
	public static int count() {
		return COUNT;
	}

	static boolean canPin() {
		return CAN_PIN;
	}

	/**
	 * Leave the first processor to others.
	 */
	public static void pinToSecond() {
		if (CAN_PIN) {
			run("taskset", "-acp", "1", Long.toString(ProcessHandle.current().pid()));
		}
	}

	private static boolean run(String... command) {
		try {
			return new ProcessBuilder(List.of(command)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
