package io.github.springjsonrpc.server.webflux;

/**
 * JSON of every kind with Jackson 3.
 */
class JacksonJsonInputHttpTests extends JsonInputHttpTests {

}
