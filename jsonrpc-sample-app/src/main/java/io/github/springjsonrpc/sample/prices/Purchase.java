package io.github.springjsonrpc.sample.prices;

import java.math.BigDecimal;

/**
 * What somebody bought.
 *
 * @param symbol the symbol
 * @param quantity how many
 * @param price the price of one
 */
record Purchase(String symbol, int quantity, BigDecimal price) {

}
