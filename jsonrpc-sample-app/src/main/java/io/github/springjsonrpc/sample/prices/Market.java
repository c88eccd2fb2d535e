package io.github.springjsonrpc.sample.prices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

import reactor.core.publisher.Flux;

import org.springframework.stereotype.Component;

/**
 * Makes prices up. All who watch see the same ones, which change as long as somebody
 * does.
 */
@Component
class Market {

	private static final Duration TICK = Duration.ofMillis(100);

	private static final Map<String, BigDecimal> OPENING = new TreeMap<>(Map.of("ACME", new BigDecimal("128.40"),
			"GLOBEX", new BigDecimal("54.15"), "HOOLI", new BigDecimal("311.90"), "INITECH", new BigDecimal("23.75"),
			"STARK", new BigDecimal("742.10"), "UMBRELLA", new BigDecimal("87.30")));

	private final Map<String, BigDecimal> prices = new ConcurrentSkipListMap<>(OPENING);

	private final SplittableRandom random = new SplittableRandom();

	private final Flux<Price> ticks = Flux.interval(TICK).onBackpressureDrop().map((tick) -> next()).share();

	/**
	 * Return the price of everything, and from then on what changes.
	 */
	Flux<Price> prices() {
		return Flux.concat(Flux.fromIterable(this.prices.keySet()).map(this::price), this.ticks);
	}

	boolean knows(String symbol) {
		return this.prices.containsKey(symbol);
	}

	Price price(String symbol) {
		BigDecimal price = this.prices.getOrDefault(symbol, BigDecimal.ZERO);
		BigDecimal opening = OPENING.getOrDefault(symbol, BigDecimal.ONE);
		BigDecimal change = price.subtract(opening).movePointRight(2).divide(opening, 2, RoundingMode.HALF_UP);
		return new Price(symbol, price, change);
	}

	private Price next() {
		List<String> symbols = List.copyOf(this.prices.keySet());
		String symbol = symbols.get(this.random.nextInt(symbols.size()));
		BigDecimal factor = BigDecimal.valueOf(1 + this.random.nextDouble(-0.01, 0.0105));
		this.prices.computeIfPresent(symbol, (key, price) -> price.multiply(factor).setScale(2, RoundingMode.HALF_UP));
		return price(symbol);
	}

}
