/**
 * Auto-configuration for WebFlux.
 */
@NullMarked
package io.github.springjsonrpc.autoconfigure.reactive;

import org.jspecify.annotations.NullMarked;
