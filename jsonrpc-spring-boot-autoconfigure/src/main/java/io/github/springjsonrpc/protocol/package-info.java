/**
 * The immutable vocabulary of JSON-RPC 2.0: messages, ids, params, errors and the
 * exceptions that carry them. It does no I/O and knows neither a JSON library nor Spring.
 */
@NullMarked
package io.github.springjsonrpc.protocol;

import org.jspecify.annotations.NullMarked;
