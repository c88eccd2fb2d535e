package io.github.springjsonrpc.autoconfigure;

import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.middleware.RpcMiddleware;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds the middleware beans of a server: those without a {@link Qualifier} belong to
 * every server, others to the one that it names.
 */
final class ServerMiddleware {

	private final ConfigurableListableBeanFactory beanFactory;

	ServerMiddleware(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	List<RpcMiddleware> of(String server) {
		Map<String, RpcMiddleware> beans = this.beanFactory.getBeansOfType(RpcMiddleware.class);
		return this.beanFactory.getBeanProvider(RpcMiddleware.class)
			.orderedStream()
			.filter((middleware) -> beans.entrySet()
				.stream()
				.anyMatch((bean) -> bean.getValue() == middleware && belongsTo(bean.getKey(), server)))
			.toList();
	}

	private boolean belongsTo(String beanName, String server) {
		Qualifier qualifier = this.beanFactory.findAnnotationOnBean(beanName, Qualifier.class);
		return qualifier == null || qualifier.value().equals(server);
	}

}
