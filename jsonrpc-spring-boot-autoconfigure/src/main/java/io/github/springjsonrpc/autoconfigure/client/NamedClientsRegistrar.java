package io.github.springjsonrpc.autoconfigure.client;

import io.github.springjsonrpc.client.JsonRpcClient;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers a bean for each of {@code jsonrpc.clients}, with its name as qualifier. Such
 * a bean gives way to a client of the application where no qualifier is given, and to a
 * bean of the application with the same bean name.
 */
final class NamedClientsRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	NamedClientsRegistrar(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		for (String client : new ClientPropertiesBinder(this.environment).names()) {
			String beanName = client + JsonRpcClient.class.getSimpleName();
			if (!registry.containsBeanDefinition(beanName)) {
				registry.registerBeanDefinition(beanName, definition(client));
			}
		}
	}

	private static RootBeanDefinition definition(String client) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(JsonRpcClient.class);
		definition.setFactoryBeanName(JsonRpcClientAutoConfiguration.NAMED_CLIENTS);
		definition.setFactoryMethodName("create");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, client);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
		definition.setFallback(true);
		definition.setDestroyMethodName("close");
		return definition;
	}

}
