/**
 * Typed clients: interfaces whose methods are calls.
 */
@NullMarked
package io.github.springjsonrpc.client.proxy;

import org.jspecify.annotations.NullMarked;
