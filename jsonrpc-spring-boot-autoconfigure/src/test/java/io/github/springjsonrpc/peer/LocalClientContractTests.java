package io.github.springjsonrpc.peer;

import io.github.springjsonrpc.client.ClientContract;
import io.github.springjsonrpc.client.JsonRpcTransport;
import io.github.springjsonrpc.client.TestServer;

/**
 * Clients of a server in the same application.
 */
class LocalClientContractTests extends ClientContract {

	@Override
	protected JsonRpcTransport transport(TestServer server) {
		return new LocalTransport(server.server());
	}

}
