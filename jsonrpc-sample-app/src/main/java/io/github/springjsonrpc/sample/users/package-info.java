/**
 * Types that JSON does not know, on the way out and on the way in.
 */
@NullMarked
package io.github.springjsonrpc.sample.users;

import org.jspecify.annotations.NullMarked;
