/**
 * From bytes to protocol objects and back. {@link JsonRpcCodec} reads and writes the
 * envelope by itself, in one pass and without a tree; values are left to a
 * {@link JsonValueMapper}, of which there is one for Jackson 3 and one for Jackson 2.
 */
@NullMarked
package io.github.springjsonrpc.codec;

import org.jspecify.annotations.NullMarked;
