package io.github.springjsonrpc.server.webflux;

/**
 * The contract over WebSocket with Jackson 3. Seed rows S68 and S69.
 */
class JacksonWebSocketContractTests extends WebSocketContractTests {

	@Override
	int maxDepth() {
		return 500;
	}

}
