package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.JsonRpcServers;
import io.github.springjsonrpc.autoconfigure.ServerBeans;
import io.github.springjsonrpc.autoconfigure.ServerBeansCheck;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.ExchangeArgumentResolver;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;
import io.github.springjsonrpc.server.webflux.JsonRpcHandlerMapping;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;
import io.github.springjsonrpc.server.webflux.OriginPolicy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.DispatcherHandler;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for JSON-RPC over HTTP and WebSocket
 * on WebFlux.
 */
@AutoConfiguration(after = JsonRpcServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "jsonrpc.server.enabled", matchIfMissing = true)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnBean(JsonRpcServer.class)
@Import({ WebSocketConfiguration.class, JsonRpcHttpHandlersRegistrar.class })
public final class JsonRpcWebFluxAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ExchangeArgumentResolver rpcExchangeArgumentResolver() {
		return new ExchangeArgumentResolver();
	}

	@Bean
	OriginPolicies jsonRpcOriginPolicies(JsonRpcProperties common, ServerPropertiesBinder properties,
			ServerBeans beans) {
		return new OriginPolicies(common, properties, beans);
	}

	@Bean
	JsonRpcHttpHandlerFactory jsonRpcHttpHandlerFactory(JsonRpcProperties common, ServerPropertiesBinder properties,
			ServerBeans beans, OriginPolicies originPolicies) {
		return new JsonRpcHttpHandlerFactory(common, properties, beans, originPolicies);
	}

	@Bean
	@ConditionalOnMissingBean
	JsonRpcHttpHandler jsonRpcHttpHandler(JsonRpcHttpHandlerFactory factory, JsonRpcServer server) {
		return factory.create(server);
	}

	@Bean
	MountedEndpoints jsonRpcMountedEndpoints(ObjectProvider<JsonRpcHttpHandler> handlers,
			ObjectProvider<JsonRpcWebSocketEndpoint> webSockets, ServerPropertiesBinder properties) {
		return new MountedEndpoints(EndpointPath.http(properties).mount(handlers.stream().toList()),
				EndpointPath.webSocket(properties).mount(webSockets.stream().toList()));
	}

	@Bean
	@ConditionalOnMissingBean
	JsonRpcHandlerMapping jsonRpcHandlerMapping(MountedEndpoints endpoints) {
		return new JsonRpcHandlerMapping(endpoints.http(), endpoints.webSocket());
	}

	@Bean
	MountedEndpointsLogger jsonRpcMountedEndpointsLogger(MountedEndpoints endpoints, ApplicationContext context) {
		return new MountedEndpointsLogger(endpoints, context);
	}

	@Bean
	ServerBeansCheck jsonRpcWebFluxServerBeansCheck(ServerBeans beans, JsonRpcServers servers) {
		return new ServerBeansCheck(beans, servers, OriginPolicy.class, HttpStatusPolicy.class,
				ConnectionListener.class, RequestUpgradeStrategy.class);
	}

	@Bean
	static JsonRpcDispatcherHandlerProcessor jsonRpcDispatcherHandlerProcessor(ApplicationContext context) {
		return new JsonRpcDispatcherHandlerProcessor(context);
	}

}
