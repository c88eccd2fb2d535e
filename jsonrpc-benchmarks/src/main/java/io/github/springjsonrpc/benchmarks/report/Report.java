package io.github.springjsonrpc.benchmarks.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.springjsonrpc.benchmarks.load.Measurement;
import io.github.springjsonrpc.benchmarks.load.Processors;

/**
 * A page of tables.
 */
public final class Report {

	private final StringBuilder tables = new StringBuilder();

	private final List<String> bounds = new ArrayList<>();

	private final PrintStream progress;

	/**
	 * Create a report.
	 * @param progress where to print each line at once
	 */
	public Report(PrintStream progress) {
		this.progress = progress;
	}

	/**
	 * Add a comparison.
	 * @param baseline the system that the others are compared with
	 */
	public void add(Comparison comparison, String baseline) {
		line("");
		line("### " + comparison.name());
		line("");
		line("| system | CPU µs/call | × " + baseline + " | calls/s | p50 µs | p99 µs | bytes/call | peak RSS MiB |");
		line("|---|--:|--:|--:|--:|--:|--:|--:|");
		for (String system : comparison.rounds().keySet()) {
			line(format("| %s | %.1f | **%.2f** | %.0f | %.0f | %.0f | %.0f | %.0f |", system,
					comparison.median(system, Measurement::cpuMicros),
					comparison.ratio(system, baseline, Measurement::cpuMicros),
					comparison.median(system, Measurement::perSecond),
					comparison.median(system, Measurement::p50Micros),
					comparison.median(system, Measurement::p99Micros),
					comparison.median(system, Measurement::allocatedBytes),
					comparison.median(system, Measurement::peakRssKib) / 1024));
		}
	}

	/**
	 * Add how long applications take to start.
	 * @param empty how many milliseconds an empty application takes
	 * @param added how many more it takes with methods
	 */
	public void addStartUp(double empty, double added) {
		line("");
		line("### start-up");
		line("");
		line("| application | ms until it listens |");
		line("|---|--:|");
		line(format("| empty, without this library | %.0f |", empty));
		line(format("| with 100 methods | + %.0f |", added));
	}

	/**
	 * Add a bound that was set, and the figure that is to be within.
	 */
	public void bound(String what, double bound, double figure) {
		String line = format("| %s | %.2f | %.2f | %s |", what, bound, figure, (figure <= bound) ? "yes" : "**no**");
		this.bounds.add(line);
		this.progress.println(line);
	}

	private void line(String text) {
		this.tables.append(text).append('\n');
		this.progress.println(text);
	}

	private static String format(String format, Object... arguments) {
		return format.formatted(arguments);
	}

	@Override
	public String toString() {
		return format("""
				## Bounds

				| what | at most | measured | met |
				|---|--:|--:|---|
				%s

				## Figures

				%s, %s %s, %d processors.
				%s""", String.join("\n", this.bounds), java.time.LocalDate.now(), System.getProperty("java.vm.name"),
				System.getProperty("java.version"), Processors.count(), this.tables)
			.toString();
	}

	static {
		// figures with a point, wherever this runs
		Locale.setDefault(Locale.ROOT);
	}

}
