/**
 * The chain around every call, of the same shape on a server and on a client.
 */
@NullMarked
package io.github.springjsonrpc.middleware;

import org.jspecify.annotations.NullMarked;
