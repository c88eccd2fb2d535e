package io.github.springjsonrpc.benchmarks.load;

/**
 * What a process has used so far.
 *
 * @param cpuNanos processor time
 * @param allocatedBytes what its threads have allocated
 * @param peakRssKib the most memory it ever had
 * @param rssKib the memory it has
 */
public record Figures(long cpuNanos, long allocatedBytes, long peakRssKib, long rssKib) {

	static Figures parse(String line) {
		String[] figures = line.split(" ");
		return new Figures(Long.parseLong(figures[0]), Long.parseLong(figures[1]), Long.parseLong(figures[2]),
				Long.parseLong(figures[3]));
	}

}
