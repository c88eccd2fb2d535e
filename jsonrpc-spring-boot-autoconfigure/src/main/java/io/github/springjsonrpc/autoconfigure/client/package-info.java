/**
 * Auto-configuration for clients.
 */
@NullMarked
package io.github.springjsonrpc.autoconfigure.client;

import org.jspecify.annotations.NullMarked;
