/**
 * A small but real thing to call. Each class shows one thing.
 */
@NullMarked
package io.github.springjsonrpc.sample;

import org.jspecify.annotations.NullMarked;
