/**
 * Methods of beans, and functions, as JSON-RPC methods: found, checked and prepared at
 * start-up, so that a call only decodes its arguments and invokes.
 */
@NullMarked
package io.github.springjsonrpc.server.method;

import org.jspecify.annotations.NullMarked;
