/**
 * The snippets of {@code docs/clients.md} about typed clients.
 */
@NullMarked
package io.github.springjsonrpc.docs.typed;

import org.jspecify.annotations.NullMarked;
