package io.github.springjsonrpc.benchmarks.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.github.springjsonrpc.benchmarks.load.Measurement;

/**
 * Several systems in the same rounds.
 *
 * @param name what they did
 * @param rounds the measurements of each system, in the order of the rounds
 */
public record Comparison(String name, Map<String, List<Measurement>> rounds) {

	/**
	 * Return the median of a figure over all rounds.
	 */
	public double median(String system, ToDoubleFunction<Measurement> figure) {
		return median(this.rounds.get(system).stream().mapToDouble(figure).toArray());
	}

	/**
	 * Return how a figure of one system relates to that of another: the median of the
	 * ratios of each round.
	 */
	public double ratio(String system, String other, ToDoubleFunction<Measurement> figure) {
		List<Measurement> these = this.rounds.get(system);
		List<Measurement> those = this.rounds.get(other);
		return median(IntStream.range(0, these.size())
			.mapToDouble((i) -> figure.applyAsDouble(these.get(i)) / figure.applyAsDouble(those.get(i)))
			.toArray());
	}

	/**
	 * Return the median.
	 */
	public static double median(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
