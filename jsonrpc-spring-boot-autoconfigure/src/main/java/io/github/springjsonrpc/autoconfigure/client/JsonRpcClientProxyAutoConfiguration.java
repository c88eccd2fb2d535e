package io.github.springjsonrpc.autoconfigure.client;

import io.github.springjsonrpc.client.JsonRpcClientFactory;
import io.github.springjsonrpc.client.proxy.RpcProxyFactory;
import io.github.springjsonrpc.peer.TypedCallerArgumentResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for typed clients: those that
 * interfaces name, and callers that are called back.
 */
@AutoConfiguration(after = JsonRpcClientAutoConfiguration.class)
public final class JsonRpcClientProxyAutoConfiguration {

	@Bean
	ClientLookup jsonRpcClientLookup(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<JsonRpcClientFactory> clients) {
		return new ClientLookup(beanFactory, clients);
	}

	@Bean(RpcProxyFactory.BEAN_NAME)
	@ConditionalOnMissingBean
	RpcProxyFactory rpcProxyFactory(ClientLookup clients, ConfigurableListableBeanFactory beanFactory) {
		return new RpcProxyFactory(clients::find, beanFactory::resolveEmbeddedValue);
	}

	@Bean
	@ConditionalOnMissingBean
	TypedCallerArgumentResolver rpcTypedCallerArgumentResolver(RpcProxyFactory proxies) {
		return new TypedCallerArgumentResolver(proxies);
	}

}
