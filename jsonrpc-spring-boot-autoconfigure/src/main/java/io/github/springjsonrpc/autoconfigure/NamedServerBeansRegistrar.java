package io.github.springjsonrpc.autoconfigure;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers a bean for each of {@code jsonrpc.servers}, with its name as qualifier. Such
 * a bean gives way to the one of the default server where no qualifier is given, and to a
 * bean of the application with the same bean name.
 */
public abstract class NamedServerBeansRegistrar implements ImportBeanDefinitionRegistrar {

	private final ServerPropertiesBinder properties;

	private final Class<?> type;

	private final String factory;

	/**
	 * Create a registrar.
	 * @param environment holds the properties
	 * @param type the type of the beans; {@code <name><type>} is the name of a bean
	 * @param factory the name of the bean whose method {@code create} creates them
	 */
	protected NamedServerBeansRegistrar(Environment environment, Class<?> type, String factory) {
		this.properties = new ServerPropertiesBinder(environment);
		this.type = type;
		this.factory = factory;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		for (String server : this.properties.names()) {
			String beanName = server + this.type.getSimpleName();
			if (!registry.containsBeanDefinition(beanName)) {
				registry.registerBeanDefinition(beanName, definition(server));
			}
		}
	}

	private RootBeanDefinition definition(String server) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(this.type);
		definition.setFactoryBeanName(this.factory);
		definition.setFactoryMethodName("create");
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, argument(server));
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, server));
		definition.setFallback(true);
		return definition;
	}

	/**
	 * Return what to create a bean from.
	 * @param server the name of the server
	 * @return the argument of the method {@code create}
	 */
	protected abstract Object argument(String server);

}
