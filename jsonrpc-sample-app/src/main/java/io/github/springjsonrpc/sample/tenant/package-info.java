/**
 * A middleware that tells methods something of their caller.
 */
@NullMarked
package io.github.springjsonrpc.sample.tenant;

import org.jspecify.annotations.NullMarked;
