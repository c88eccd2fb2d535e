/**
 * The snippets of {@code docs/middleware.md}.
 */
@NullMarked
package io.github.springjsonrpc.docs.middleware;

import org.jspecify.annotations.NullMarked;
