package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * Registers a {@link JsonRpcHttpHandler} bean {@code <name>JsonRpcHttpHandler} for each
 * of {@code jsonrpc.servers}.
 */
final class JsonRpcHttpHandlersRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		for (String name : new ServerPropertiesBinder(environment).names()) {
			registry.registerBean(name + "JsonRpcHttpHandler", JsonRpcHttpHandler.class,
					(spec) -> spec.supplier((context) -> context.bean(JsonRpcHttpHandlerFactory.class)
						.create(context.bean(name + "JsonRpcServer", JsonRpcServer.class))));
		}
	}

}
