/**
 * Auto-configuration. The only place that reads properties and knows Spring Boot.
 */
@NullMarked
package io.github.springjsonrpc.autoconfigure;

import org.jspecify.annotations.NullMarked;
