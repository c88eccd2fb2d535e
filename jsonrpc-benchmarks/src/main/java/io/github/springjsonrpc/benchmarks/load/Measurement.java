package io.github.springjsonrpc.benchmarks.load;

import java.util.function.Supplier;

/**
 * What one system did in one round.
 *
 * @param perSecond calls per second
 * @param cpuMicros processor time of the system for a call, in microseconds
 * @param p50Micros what half of the answers took at most
 * @param p99Micros what all but a hundredth of the answers took at most
 * @param allocatedBytes what the system allocated for a call
 * @param peakRssKib the most memory the system ever had
 */
public record Measurement(double perSecond, double cpuMicros, double p50Micros, double p99Micros, double allocatedBytes,
		double peakRssKib) {

	/**
	 * Measure a system that puts a load on others.
	 */
	public static Measurement ofClient(ChildProcess client, long nanos) {
		Figures before = client.figures();
		double count = client.run(nanos);
		Figures after = client.figures();
		return new Measurement(count * 1e9 / nanos, (after.cpuNanos() - before.cpuNanos()) / count / 1e3, Double.NaN,
				Double.NaN, (after.allocatedBytes() - before.allocatedBytes()) / count, after.peakRssKib());
	}

	/**
	 * Measure a system under a load.
	 */
	public static Measurement of(ChildProcess system, Supplier<Latencies> load) {
		Figures before = system.figures();
		Latencies latencies = load.get();
		Figures after = system.figures();
		double count = latencies.count();
		return new Measurement(latencies.perSecond(), (after.cpuNanos() - before.cpuNanos()) / count / 1e3,
				latencies.micros(0.5), latencies.micros(0.99),
				(after.allocatedBytes() - before.allocatedBytes()) / count, after.peakRssKib());
	}

}
