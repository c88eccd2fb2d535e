/**
 * What puts load on them.
 */
@NullMarked
package io.github.springjsonrpc.benchmarks.load;

import org.jspecify.annotations.NullMarked;
