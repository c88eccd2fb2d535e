/**
 * The snippets of {@code docs/methods.md}.
 */
@NullMarked
package io.github.springjsonrpc.docs.methods;

import org.jspecify.annotations.NullMarked;
