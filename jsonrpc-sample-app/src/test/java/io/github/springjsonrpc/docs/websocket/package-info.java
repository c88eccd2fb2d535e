/**
 * The snippets of {@code docs/websocket.md}, but for those on subscriptions.
 */
@NullMarked
package io.github.springjsonrpc.docs.websocket;

import org.jspecify.annotations.NullMarked;
