/**
 * The snippets of {@code docs/clients.md}.
 */
@NullMarked
package io.github.springjsonrpc.docs.clients;

import org.jspecify.annotations.NullMarked;
