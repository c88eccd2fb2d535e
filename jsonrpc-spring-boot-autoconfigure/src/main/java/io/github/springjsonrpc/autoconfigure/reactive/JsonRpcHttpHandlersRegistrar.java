package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.NamedServerBeansRegistrar;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Registers the HTTP handlers of the servers besides the default one.
 */
final class JsonRpcHttpHandlersRegistrar extends NamedServerBeansRegistrar {

	JsonRpcHttpHandlersRegistrar(Environment environment) {
		super(environment, JsonRpcHttpHandler.class);
	}

	@Override
	protected void create(RootBeanDefinition definition, String server) {
		createBy(definition, "jsonRpcHttpHandlerFactory", new RuntimeBeanReference(server + "JsonRpcServer"));
	}

}
