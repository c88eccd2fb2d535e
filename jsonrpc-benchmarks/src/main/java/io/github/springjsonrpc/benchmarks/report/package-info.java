/**
 * Turns measurements into a page.
 */
@NullMarked
package io.github.springjsonrpc.benchmarks.report;

import org.jspecify.annotations.NullMarked;
