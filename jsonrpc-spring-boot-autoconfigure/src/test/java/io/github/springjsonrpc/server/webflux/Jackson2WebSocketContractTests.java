package io.github.springjsonrpc.server.webflux;

import org.springframework.test.context.TestPropertySource;

/**
 * The contract over WebSocket with Jackson 2. Seed rows S68 and S69.
 */
@TestPropertySource(properties = "jsonrpc.json.mapper=jackson2")
class Jackson2WebSocketContractTests extends WebSocketContractTests {

	@Override
	int maxDepth() {
		return 1000;
	}

}
