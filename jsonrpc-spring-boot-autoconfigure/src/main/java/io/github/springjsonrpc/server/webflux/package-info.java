/**
 * JSON-RPC over HTTP on WebFlux. Thin: status codes, headers, limits and origins; what a
 * message means is decided by the server.
 */
@NullMarked
package io.github.springjsonrpc.server.webflux;

import org.jspecify.annotations.NullMarked;
