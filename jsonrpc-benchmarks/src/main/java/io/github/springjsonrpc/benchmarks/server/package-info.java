/**
 * The systems that are measured, each a process of its own.
 */
@NullMarked
package io.github.springjsonrpc.benchmarks.server;

import org.jspecify.annotations.NullMarked;
