package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.NamedServerBeansRegistrar;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.core.env.Environment;

/**
 * Registers the HTTP handlers of the servers besides the default one.
 */
final class JsonRpcHttpHandlersRegistrar extends NamedServerBeansRegistrar {

	JsonRpcHttpHandlersRegistrar(Environment environment) {
		super(environment, JsonRpcHttpHandler.class, "jsonRpcHttpHandlerFactory");
	}

	@Override
	protected Object argument(String server) {
		return new RuntimeBeanReference(server + "JsonRpcServer");
	}

}
