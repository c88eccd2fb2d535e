/**
 * The server: a registry of methods behind a chain of middleware. It knows neither a
 * transport nor reflection; both are brought to it.
 */
@NullMarked
package io.github.springjsonrpc.server;

import org.jspecify.annotations.NullMarked;
