/**
 * The steps of a call on their own, measured with JMH.
 */
@NullMarked
package io.github.springjsonrpc.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
