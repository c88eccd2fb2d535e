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

	/**
	 * Create a registrar.
	 * @param environment holds the properties
	 * @param type the type of the beans; {@code <name><type>} is the name of a bean
	 */
	protected NamedServerBeansRegistrar(Environment environment, Class<?> type) {
		this.properties = new ServerPropertiesBinder(environment);
		this.type = type;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		for (String server : this.properties.names()) {
			String beanName = server + this.type.getSimpleName();
			if (!registry.containsBeanDefinition(beanName) && isWanted(server, this.properties)) {
				registry.registerBeanDefinition(beanName, definition(server));
			}
		}
	}

	private RootBeanDefinition definition(String server) {
		RootBeanDefinition definition = new RootBeanDefinition();
		definition.setTargetType(this.type);
		create(definition, server);
		definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, server));
		definition.setFallback(true);
		return definition;
	}

	/**
	 * Return whether a server is to have such a bean.
	 * @param server the name of the server
	 * @param properties the properties of all servers
	 * @return {@code true} unless overridden
	 */
	protected boolean isWanted(String server, ServerPropertiesBinder properties) {
		return true;
	}

	/**
	 * Say how to create a bean.
	 * @param definition the definition of the bean
	 * @param server the name of the server
	 */
	protected abstract void create(RootBeanDefinition definition, String server);

	/**
	 * Let the method {@code create} of another bean create a bean.
	 * @param definition the definition of the bean
	 * @param factory the name of the other bean
	 * @param arguments the arguments of the method
	 */
	protected static void createBy(RootBeanDefinition definition, String factory, Object... arguments) {
		definition.setFactoryBeanName(factory);
		definition.setFactoryMethodName("create");
		for (int i = 0; i < arguments.length; i++) {
			definition.getConstructorArgumentValues().addIndexedArgumentValue(i, arguments[i]);
		}
	}

}
