package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Registers the servers besides the default one.
 */
final class JsonRpcServersRegistrar extends NamedServerBeansRegistrar {

	JsonRpcServersRegistrar(Environment environment) {
		super(environment, JsonRpcServer.class);
	}

	@Override
	protected void create(RootBeanDefinition definition, String server) {
		createBy(definition, "jsonRpcServerFactory", server);
	}

}
