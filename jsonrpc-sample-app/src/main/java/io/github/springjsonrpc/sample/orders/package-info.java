/**
 * An order book: a reactive service over a database.
 */
@NullMarked
package io.github.springjsonrpc.sample.orders;

import org.jspecify.annotations.NullMarked;
