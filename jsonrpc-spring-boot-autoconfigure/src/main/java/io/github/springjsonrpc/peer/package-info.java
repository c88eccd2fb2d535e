/**
 * What sees servers and clients at once: a server called within the application, a server
 * behind the client's end of a connection, and the caller of a method as a client.
 */
@NullMarked
package io.github.springjsonrpc.peer;

import org.jspecify.annotations.NullMarked;
