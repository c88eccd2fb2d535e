/**
 * A live price feed: a subscription, and a method that calls its caller back. The page at
 * {@code /} shows both.
 */
@NullMarked
package io.github.springjsonrpc.sample.prices;

import org.jspecify.annotations.NullMarked;
