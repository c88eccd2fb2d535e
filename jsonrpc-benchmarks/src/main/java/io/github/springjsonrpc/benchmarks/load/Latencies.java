package io.github.springjsonrpc.benchmarks.load;

import java.util.Arrays;

/**
 * How long each answer of a run took. Not thread-safe.
 */
public final class Latencies {

	private final long begin = System.nanoTime();

	private long end;

	private long[] nanos = new long[1 << 16];

	private int count;

	void add(long nanos) {
		if (this.count == this.nanos.length) {
			this.nanos = Arrays.copyOf(this.nanos, 2 * this.count);
		}
		this.nanos[this.count++] = nanos;
	}

	void end() {
		this.end = System.nanoTime();
		Arrays.sort(this.nanos, 0, this.count);
	}

	public int count() {
		return this.count;
	}

	public double perSecond() {
		return this.count * 1e9 / (this.end - this.begin);
	}

	/**
	 * Return a percentile in microseconds.
	 */
	public double micros(double percentile) {
		return this.nanos[(int) Math.min(this.count - 1L, (long) (this.count * percentile))] / 1e3;
	}

}
