/**
 * A second server, on a path and behind a middleware of its own.
 */
@NullMarked
package io.github.springjsonrpc.sample.admin;

import org.jspecify.annotations.NullMarked;
