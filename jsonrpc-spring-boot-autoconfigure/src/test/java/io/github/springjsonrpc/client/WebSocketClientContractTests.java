package io.github.springjsonrpc.client;

/**
 * Clients over WebSocket.
 */
class WebSocketClientContractTests extends ClientContract {

	@Override
	protected JsonRpcTransport transport(TestServer server) {
		return WebSocketTransport.builder(server.url("ws"), TestServer.CODEC).build();
	}

}
