package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.server.JsonRpcServer;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.core.env.Environment;

/**
 * Registers a {@link JsonRpcServer} bean {@code <name>JsonRpcServer} for each of
 * {@code jsonrpc.servers}.
 */
final class JsonRpcServersRegistrar implements BeanRegistrar {

	@Override
	public void register(BeanRegistry registry, Environment environment) {
		for (String name : new ServerPropertiesBinder(environment).names()) {
			registry.registerBean(name + "JsonRpcServer", JsonRpcServer.class,
					(spec) -> spec.supplier((context) -> context.bean(JsonRpcServerFactory.class).create(name)));
		}
	}

}
