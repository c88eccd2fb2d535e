/**
 * The clients that are measured, each a process of its own.
 */
@NullMarked
package io.github.springjsonrpc.benchmarks.client;

import org.jspecify.annotations.NullMarked;
