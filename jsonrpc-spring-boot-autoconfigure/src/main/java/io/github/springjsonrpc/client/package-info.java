/**
 * Clients: one API to call JSON-RPC methods with, whatever the transport.
 */
@NullMarked
package io.github.springjsonrpc.client;

import org.jspecify.annotations.NullMarked;
