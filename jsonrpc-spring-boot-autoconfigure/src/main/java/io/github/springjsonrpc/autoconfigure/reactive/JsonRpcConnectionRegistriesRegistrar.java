package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.NamedServerBeansRegistrar;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;

import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Registers the registries of connections of the servers besides the default one.
 */
final class JsonRpcConnectionRegistriesRegistrar extends NamedServerBeansRegistrar {

	JsonRpcConnectionRegistriesRegistrar(Environment environment) {
		super(environment, JsonRpcConnectionRegistry.class);
	}

	@Override
	protected void create(RootBeanDefinition definition, String server) {
		definition.setBeanClass(JsonRpcConnectionRegistry.class);
	}

}
