/**
 * What a call costs, beside servers and clients that are written by hand.
 */
@NullMarked
package io.github.springjsonrpc.benchmarks;

import org.jspecify.annotations.NullMarked;
