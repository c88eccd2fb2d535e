package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.ServerBeans;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.connection.JsonRpcConnectionRegistry;
import io.github.springjsonrpc.peer.CallerArgumentResolver;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The WebSocket endpoints, and what belongs to their connections.
 */
@Configuration(proxyBeanMethods = false)
@Import({ JsonRpcConnectionRegistriesRegistrar.class, JsonRpcWebSocketEndpointsRegistrar.class })
class WebSocketConfiguration {

	@Bean
	JsonRpcWebSocketEndpointFactory jsonRpcWebSocketEndpointFactory(JsonRpcProperties common,
			ServerPropertiesBinder properties, ServerBeans beans, OriginPolicies originPolicies) {
		return new JsonRpcWebSocketEndpointFactory(common, properties, beans, originPolicies);
	}

	@Bean
	@ConditionalOnMissingBean
	JsonRpcConnectionRegistry jsonRpcConnectionRegistry() {
		return new JsonRpcConnectionRegistry();
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "jsonrpc.server.websocket.enabled", matchIfMissing = true)
	JsonRpcWebSocketEndpoint jsonRpcWebSocketEndpoint(JsonRpcWebSocketEndpointFactory factory, JsonRpcServer server,
			JsonRpcConnectionRegistry connections) {
		return factory.create(server, connections);
	}

	@Bean
	@ConditionalOnMissingBean
	CallerArgumentResolver rpcCallerArgumentResolver() {
		return new CallerArgumentResolver();
	}

	@Bean
	WebSocketLifecycle jsonRpcWebSocketLifecycle(ObjectProvider<JsonRpcWebSocketEndpoint> endpoints) {
		return new WebSocketLifecycle(endpoints.stream().toList());
	}

}
