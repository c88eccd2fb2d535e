package io.github.springjsonrpc.autoconfigure.reactive;

import io.github.springjsonrpc.autoconfigure.JsonRpcProperties;
import io.github.springjsonrpc.autoconfigure.JsonRpcServerAutoConfiguration;
import io.github.springjsonrpc.autoconfigure.ServerPropertiesBinder;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.webflux.ExchangeArgumentResolver;
import io.github.springjsonrpc.server.webflux.HttpStatusPolicy;
import io.github.springjsonrpc.server.webflux.JsonRpcHandlerMapping;
import io.github.springjsonrpc.server.webflux.JsonRpcHttpHandler;
import io.github.springjsonrpc.server.webflux.OriginPolicy;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.DispatcherHandler;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for JSON-RPC over HTTP on WebFlux.
 */
@AutoConfiguration(after = JsonRpcServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@ConditionalOnClass(DispatcherHandler.class)
@ConditionalOnBean(JsonRpcServer.class)
@Import(JsonRpcHttpHandlersRegistrar.class)
public final class JsonRpcWebFluxAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	HttpStatusPolicy jsonRpcHttpStatusPolicy() {
		return HttpStatusPolicy.DEFAULT;
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 10)
	ExchangeArgumentResolver rpcExchangeArgumentResolver() {
		return new ExchangeArgumentResolver();
	}

	@Bean
	JsonRpcHttpHandlerFactory jsonRpcHttpHandlerFactory(JsonRpcProperties properties, Environment environment,
			ObjectProvider<OriginPolicy> originPolicy, HttpStatusPolicy statusPolicy) {
		return new JsonRpcHttpHandlerFactory(properties, new ServerPropertiesBinder(environment),
				originPolicy.getIfAvailable(), statusPolicy);
	}

	@Bean
	@Primary
	@ConditionalOnMissingBean
	JsonRpcHttpHandler jsonRpcHttpHandler(JsonRpcHttpHandlerFactory factory, JsonRpcServer server) {
		return factory.create(server);
	}

	@Bean
	HttpEndpoints jsonRpcHttpEndpoints(ObjectProvider<JsonRpcHttpHandler> handlers, Environment environment) {
		return HttpEndpoints.of(handlers.orderedStream().toList(), new ServerPropertiesBinder(environment));
	}

	@Bean
	JsonRpcHandlerMapping jsonRpcHandlerMapping(HttpEndpoints endpoints) {
		return new JsonRpcHandlerMapping(endpoints.handlers());
	}

	@Bean
	HttpEndpointsLogger jsonRpcHttpEndpointsLogger(HttpEndpoints endpoints) {
		return new HttpEndpointsLogger(endpoints);
	}

}
