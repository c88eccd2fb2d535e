package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.method.RpcMethodDetector;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import reactor.core.scheduler.Scheduler;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for JSON-RPC servers, whatever the
 * transport.
 */
@AutoConfiguration(after = { JsonRpcCodecAutoConfiguration.class, JsonRpcMethodAutoConfiguration.class,
		JsonRpcMiddlewareAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "jsonrpc.server.enabled", matchIfMissing = true)
@Import({ WorkerConfiguration.class, JsonRpcServersRegistrar.class })
public final class JsonRpcServerAutoConfiguration {

	@Bean
	ServerPropertiesBinder jsonRpcServerPropertiesBinder(Environment environment) {
		return new ServerPropertiesBinder(environment);
	}

	@Bean
	ServerBeans jsonRpcServerBeans(ConfigurableListableBeanFactory beanFactory) {
		return new ServerBeans(beanFactory);
	}

	@Bean
	JsonRpcServerFactory jsonRpcServerFactory(JsonRpcCodec codec, ServerPropertiesBinder properties, ServerBeans beans,
			@Qualifier(WorkerConfiguration.SCHEDULER) Scheduler scheduler,
			ObjectProvider<JsonRpcServerCustomizer> customizers) {
		return new JsonRpcServerFactory(codec, properties, beans, scheduler, customizers.orderedStream().toList());
	}

	@Bean
	@ConditionalOnMissingBean
	JsonRpcServer jsonRpcServer(JsonRpcServerFactory factory) {
		return factory.create(JsonRpcServer.DEFAULT_NAME);
	}

	@Bean
	JsonRpcServers jsonRpcServers(ListableBeanFactory beanFactory) {
		return JsonRpcServers.of(beanFactory.getBeansOfType(JsonRpcServer.class).values());
	}

	@Bean
	@ConditionalOnMissingBean
	RpcMethodDetector rpcMethodDetector(ConfigurableListableBeanFactory beanFactory, RpcMethodFactory factory,
			JsonRpcServers servers) {
		return new RpcMethodDetector(beanFactory, factory, servers.all());
	}

	@Bean
	ServerBeansCheck jsonRpcServerBeansCheck(ServerBeans beans, JsonRpcServers servers) {
		return new ServerBeansCheck(beans, servers, RpcMiddleware.class);
	}

}
