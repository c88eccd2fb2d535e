package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.core.env.Environment;

/**
 * Registers the servers besides the default one.
 */
final class JsonRpcServersRegistrar extends NamedServerBeansRegistrar {

	JsonRpcServersRegistrar(Environment environment) {
		super(environment, JsonRpcServer.class, "jsonRpcServerFactory");
	}

	@Override
	protected Object argument(String server) {
		return server;
	}

}
