package io.github.springjsonrpc.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.github.springjsonrpc.benchmarks.load.Measurement;
import io.github.springjsonrpc.benchmarks.report.Comparison;

/**
 * How much to measure.
 *
 * @param rounds how many rounds
 * @param roundNanos how long each system is under load in a round
 * @param warmUpRounds how many rounds a system may take until it is warm
 */
record Effort(int rounds, long roundNanos, int warmUpRounds) {

	static final Effort FULL = new Effort(5, TimeUnit.SECONDS.toNanos(4), 15);

	static final Effort QUICK = new Effort(3, TimeUnit.SECONDS.toNanos(1), 4);

	// how much of its processor time a system that is warm may save from one round to the
	// next
	private static final double STEADY = 0.97;

	/**
	 * Measure systems in rounds that go from one to the next, so that whatever else the
	 * machine does hits all of them.
	 */
	Comparison compare(String name, Collection<String> systems, Function<String, Measurement> measure) {
		System.err.println(name);
		systems.forEach((system) -> warmUp(system, measure));
		Map<String, List<Measurement>> rounds = new LinkedHashMap<>();
		for (int round = 0; round < this.rounds; round++) {
			for (String system : systems) {
				rounds.computeIfAbsent(system, (key) -> new ArrayList<>()).add(measure.apply(system));
			}
		}
		return new Comparison(name, rounds);
	}

	/**
	 * Let a system do its work until it gets no faster: on one processor a virtual
	 * machine takes long to compile what it runs.
	 */
	private void warmUp(String system, Function<String, Measurement> measure) {
		double best = Double.MAX_VALUE;
		int steady = 0;
		for (int round = 0; round < this.warmUpRounds && steady < 2; round++) {
			double cpu = measure.apply(system).cpuMicros();
			steady = (cpu < best * STEADY) ? 0 : steady + 1;
			best = Math.min(best, cpu);
		}
	}

}
