package io.github.springjsonrpc.client.proxy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

import io.github.springjsonrpc.annotation.RpcClient;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Registers a bean for each interface that {@link ImportRpcClients} names or finds.
 */
final class RpcClientsRegistrar implements ImportBeanDefinitionRegistrar {

	private final RpcClientScanner scanner;

	private final @Nullable ClassLoader classLoader;

	RpcClientsRegistrar(Environment environment, ResourceLoader resourceLoader) {
		this.scanner = new RpcClientScanner(environment, resourceLoader);
		this.classLoader = resourceLoader.getClassLoader();
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		for (AnnotationAttributes imported : metadata.getMergedRepeatableAnnotationAttributes(ImportRpcClients.class,
				ImportRpcClients.Container.class, false)) {
			String client = imported.getString("client");
			for (Class<?> type : types(imported, metadata)) {
				String beanName = client.isEmpty() ? type.getName() : client + "#" + type.getName();
				if (!registry.containsBeanDefinition(beanName)) {
					registry.registerBeanDefinition(beanName,
							definition(type, client.isEmpty() ? clientOf(type) : client));
				}
			}
		}
	}

	private Set<Class<?>> types(AnnotationAttributes imported, AnnotationMetadata importing) {
		Set<Class<?>> types = new LinkedHashSet<>(Arrays.asList(imported.getClassArray("types")));
		Set<String> packages = new LinkedHashSet<>(Arrays.asList(imported.getStringArray("basePackages")));
		Stream.of(imported.getClassArray("basePackageClasses")).map(Class::getPackageName).forEach(packages::add);
		if (types.isEmpty() && packages.isEmpty()) {
			packages.add(ClassUtils.getPackageName(importing.getClassName()));
		}
		for (String name : packages) {
			this.scanner.interfacesIn(name)
				.map((type) -> ClassUtils.resolveClassName(type, this.classLoader))
				.forEach(types::add);
		}
		return types;
	}

	private static String clientOf(Class<?> type) {
		RpcClient annotation = AnnotatedElementUtils.findMergedAnnotation(type, RpcClient.class);
		if (annotation == null || annotation.client().isEmpty()) {
			throw new InvalidClientException(
					"The interface " + type.getName() + " does not say which client to call with",
					"Name the client in @RpcClient on the interface, or in the @ImportRpcClients that imports it.");
		}
		return annotation.client();
	}

	private static RootBeanDefinition definition(Class<?> type, String client) {
		RootBeanDefinition definition = new RootBeanDefinition(type);
		definition.setFactoryBeanName(RpcProxyFactory.BEAN_NAME);
		definition.setFactoryMethodName("createNamed");
		ConstructorArgumentValues arguments = definition.getConstructorArgumentValues();
		arguments.addIndexedArgumentValue(0, type);
		arguments.addIndexedArgumentValue(1, client);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
		return definition;
	}

}
