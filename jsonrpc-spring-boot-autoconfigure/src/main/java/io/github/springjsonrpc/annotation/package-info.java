/**
 * What users write on their classes. Server and client share these annotations, so that
 * one interface can be the contract of both.
 */
@NullMarked
package io.github.springjsonrpc.annotation;

import org.jspecify.annotations.NullMarked;
