package io.github.springjsonrpc.server.webflux;

import org.springframework.test.context.TestPropertySource;

/**
 * JSON of every kind with Jackson 2.
 */
@TestPropertySource(properties = "jsonrpc.json.mapper=jackson2")
class Jackson2JsonInputHttpTests extends JsonInputHttpTests {

}
