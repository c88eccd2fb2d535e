package io.github.springjsonrpc.sample.prices;

import java.math.BigDecimal;

/**
 * What something costs at the moment.
 *
 * @param symbol the symbol
 * @param price the price
 * @param change what became of the price since the market opened, in percent
 */
record Price(String symbol, BigDecimal price, BigDecimal change) {

}
