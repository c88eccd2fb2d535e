package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.NamedServerBeansRegistrar;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.env.Environment;

/**
 * Registers the WebSocket endpoints of the servers besides the default one.
 */
final class JsonRpcWebSocketEndpointsRegistrar extends NamedServerBeansRegistrar {

	JsonRpcWebSocketEndpointsRegistrar(Environment environment) {
		super(environment, JsonRpcWebSocketEndpoint.class);
	}

	@Override
	protected boolean isWanted(String server, ServerPropertiesBinder properties) {
		return properties.bind(server).getWebsocket().isEnabled();
	}

	@Override
	protected void create(RootBeanDefinition definition, String server) {
		createBy(definition, "jsonRpcWebSocketEndpointFactory", new RuntimeBeanReference(server + "JsonRpcServer"),
				new RuntimeBeanReference(server + "JsonRpcConnectionRegistry"));
	}

}
