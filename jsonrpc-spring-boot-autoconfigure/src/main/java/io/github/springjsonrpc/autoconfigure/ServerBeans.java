package io.github.springjsonrpc.autoconfigure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationAwareOrderComparator;
import org.springframework.util.StringUtils;

/**
 * Finds the beans that belong to a server: those with a {@link Qualifier} to the one that
 * it names, others to every server.
 */
public final class ServerBeans {

	private final ConfigurableListableBeanFactory beanFactory;

	ServerBeans(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * Return all beans of a server.
	 * @param <T> their type
	 * @param type their type
	 * @param server the name of the server
	 * @return the beans in their order
	 */
	public <T> List<T> all(Class<T> type, String server) {
		List<T> beans = new ArrayList<>();
		Map<Object, @Nullable Object> orderSources = new IdentityHashMap<>();
		for (String name : names(type, (qualifier) -> qualifier == null || qualifier.equals(server))) {
			T bean = this.beanFactory.getBean(name, type);
			beans.add(bean);
			orderSources.put(bean, orderSource(name));
		}
		beans.sort(AnnotationAwareOrderComparator.INSTANCE.withSourceProvider(orderSources::get));
		return beans;
	}

	/**
	 * Return the one bean of a server.
	 * @param <T> its type
	 * @param type its type
	 * @param server the name of the server
	 * @return the bean with the server's name as qualifier, else the one without a
	 * qualifier, or {@code null} if there is none
	 */
	public <T> @Nullable T one(Class<T> type, String server) {
		List<String> names = names(type, server::equals);
		if (names.isEmpty()) {
			names = names(type, (qualifier) -> qualifier == null);
		}
		if (names.size() > 1) {
			throw new NoUniqueBeanDefinitionException(type, names);
		}
		return names.isEmpty() ? null : this.beanFactory.getBean(names.get(0), type);
	}

	List<String> names(Class<?> type, Predicate<@Nullable String> qualifier) {
		List<String> names = new ArrayList<>();
		for (String name : this.beanFactory.getBeanNamesForType(type)) {
			if (isCandidate(name) && qualifier.test(qualifier(name))) {
				names.add(name);
			}
		}
		return names;
	}

	private boolean isCandidate(String name) {
		return !this.beanFactory.containsBeanDefinition(name)
				|| this.beanFactory.getBeanDefinition(name).isAutowireCandidate();
	}

	@Nullable String qualifier(String name) {
		Qualifier annotation = this.beanFactory.findAnnotationOnBean(name, Qualifier.class);
		return (annotation != null && StringUtils.hasText(annotation.value())) ? annotation.value() : null;
	}

	// where else than on the class of the bean its order may stand
	private @Nullable Object orderSource(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return null;
		}
		BeanDefinition definition = this.beanFactory.getMergedBeanDefinition(name);
		if (definition.getAttribute(AbstractBeanDefinition.ORDER_ATTRIBUTE) instanceof Integer order) {
			return (Ordered) () -> order;
		}
		return (definition instanceof RootBeanDefinition root) ? root.getResolvedFactoryMethod() : null;
	}

}
