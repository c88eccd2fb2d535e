package io.github.springjsonrpc.client.proxy;

import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcClient;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Finds the {@link RpcClient} interfaces of a package.
 */
final class RpcClientScanner extends ClassPathScanningCandidateComponentProvider {

	RpcClientScanner(Environment environment, ResourceLoader resourceLoader) {
		super(false, environment);
		setResourceLoader(resourceLoader);
		addIncludeFilter(new AnnotationTypeFilter(RpcClient.class));
	}

	@Override
	protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
		return definition.getMetadata().isInterface() && definition.getMetadata().isIndependent()
				&& !definition.getMetadata().isAnnotation();
	}

	/**
	 * Find the interfaces.
	 * @return their names, sorted
	 */
	Stream<String> interfacesIn(String basePackage) {
		return findCandidateComponents(basePackage).stream()
			.map(BeanDefinition::getBeanClassName)
			.map(String::valueOf)
			.sorted();
	}

}
