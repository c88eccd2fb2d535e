package io.github.springjsonrpc.autoconfigure.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcClientFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the clients that interfaces name, and makes those for URLs, one for each.
 */
final class ClientLookup implements AutoCloseable {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ObjectProvider<JsonRpcClientFactory> clients;

	private final Map<String, JsonRpcClient> byUrl = new ConcurrentHashMap<>();

	ClientLookup(ConfigurableListableBeanFactory beanFactory, ObjectProvider<JsonRpcClientFactory> clients) {
		this.beanFactory = beanFactory;
		this.clients = clients;
	}

	/**
	 * Find a client.
	 * @param client its name, which may be a qualifier, or the URL of a server
	 * @return the client, or {@code null} if there is none with that name
	 */
	@Nullable JsonRpcClient find(String client) {
		if (client.contains("://")) {
			return this.byUrl.computeIfAbsent(client, (url) -> this.clients.getObject().create(url));
		}
		try {
			return BeanFactoryAnnotationUtils.qualifiedBeanOfType(this.beanFactory, JsonRpcClient.class, client);
		}
		catch (NoUniqueBeanDefinitionException ex) {
			throw ex;
		}
		catch (NoSuchBeanDefinitionException ex) {
			return null;
		}
	}

	@Override
	public void close() {
		this.byUrl.values().forEach(JsonRpcClient::close);
	}

}
