/**
 * The snippets of the section on subscriptions in {@code docs/websocket.md}.
 */
@NullMarked
package io.github.springjsonrpc.docs.subscriptions;

import org.jspecify.annotations.NullMarked;
