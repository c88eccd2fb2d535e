/**
 * The application calls itself.
 */
@NullMarked
package io.github.springjsonrpc.sample.demo;

import org.jspecify.annotations.NullMarked;
