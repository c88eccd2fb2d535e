/**
 * One full-duplex connection, the same class at either end: it hands what comes in to a
 * handler, matches responses to calls, serialises and bounds what goes out, and sees to
 * liveness, cancellation and subscriptions. It knows messages, not methods.
 */
@NullMarked
package io.github.springjsonrpc.connection;

import org.jspecify.annotations.NullMarked;
