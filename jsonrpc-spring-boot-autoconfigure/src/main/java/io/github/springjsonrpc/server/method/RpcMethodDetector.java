package io.github.springjsonrpc.server.method;

import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcMethod;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.SpringProxy;
import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds the {@link RpcMethod} and {@link RpcSubscription} methods of all beans, and the
 * beans that are a {@link JsonRpcMethod} themselves, and registers them with their
 * servers, before the application answers its first call. Beans that are lazy or of a
 * scope are not created for it, unless all that is known of them is an interface.
 */
public final class RpcMethodDetector implements SmartInitializingSingleton {

	private static final Log logger = LogFactory.getLog(RpcMethodDetector.class);

	private static final List<Class<? extends Annotation>> ANNOTATIONS = List.of(RpcMethod.class,
			RpcSubscription.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final RpcMethodFactory factory;

	private final Map<String, JsonRpcServer> servers = new LinkedHashMap<>();

	/**
	 * Create a detector.
	 * @param beanFactory holds the beans
	 * @param factory makes methods of them
	 * @param servers the servers to register the methods with
	 */
	public RpcMethodDetector(ConfigurableListableBeanFactory beanFactory, RpcMethodFactory factory,
			List<JsonRpcServer> servers) {
		this.beanFactory = beanFactory;
		this.factory = factory;
		servers.forEach((server) -> this.servers.put(server.name(), server));
	}

	@Override
	public void afterSingletonsInstantiated() {
		for (String beanName : this.beanFactory.getBeanNamesForType(Object.class)) {
			if (!ScopedProxyUtils.isScopedTarget(beanName)) {
				methodsOf(beanName).forEach(this::register);
			}
		}
		this.beanFactory.getBeanProvider(JsonRpcMethod.class).orderedStream().forEach(this::register);
	}

	private void register(JsonRpcMethod method) {
		JsonRpcServer server = this.servers.get(method.server());
		if (server == null) {
			throw new InvalidMethodException(
					"The JSON-RPC method '" + method.name() + "' of " + method.description().owner()
							+ " names the server '" + method.server() + "', which does not exist",
					"Configure 'jsonrpc.servers." + method.server() + ".path', or name one of " + this.servers.keySet()
							+ ".");
		}
		server.methods().add(method);
	}

	private List<JsonRpcMethod> methodsOf(String beanName) {
		AnnotatedMethods methods = annotatedMethods(beanName);
		if (methods == null || methods.isEmpty() || isClient(beanName, methods.type())) {
			return List.of();
		}
		Class<?> exposedType = this.beanFactory.getType(beanName);
		return this.factory.methodsOf(new MethodsBean(methods, (exposedType != null) ? exposedType : methods.type(),
				instance(beanName), beanName));
	}

	private @Nullable AnnotatedMethods annotatedMethods(String beanName) {
		try {
			Class<?> type = targetType(beanName);
			return (type != null && isCandidate(type)) ? AnnotatedMethods.of(type) : null;
		}
		catch (RuntimeException | LinkageError ex) {
			// probably a class that needs a library which is not there
			logger.debug("The class of the bean '" + beanName + "' can't be loaded as a whole", ex);
			return null;
		}
	}

	// a scoped proxy stands for the bean behind it
	private @Nullable Class<?> targetType(String beanName) {
		String targetName = ScopedProxyUtils.getTargetBeanName(beanName);
		Class<?> type = AutoProxyUtils.determineTargetClass(this.beanFactory,
				this.beanFactory.containsBean(targetName) ? targetName : beanName);
		// made by a proxy factory of the application's own
		return (type != null && SpringProxy.class.isAssignableFrom(type))
				? AopUtils.getTargetClass(this.beanFactory.getBean(beanName)) : type;
	}

	// an interface can be the contract of either side, so that only the bean itself tells
	private boolean isClient(String beanName, Class<?> type) {
		Class<?> known = (type.isInterface() && this.beanFactory.isSingleton(beanName))
				? this.beanFactory.getBean(beanName).getClass() : type;
		return RpcClient.Proxy.class.isAssignableFrom(known);
	}

	// nothing to find in Spring's own beans, and there are many of them
	private static boolean isCandidate(Class<?> type) {
		return AnnotationUtils.isCandidateClass(type, ANNOTATIONS)
				&& (!type.getName().startsWith("org.springframework.")
						|| AnnotatedElementUtils.isAnnotated(ClassUtils.getUserClass(type), Component.class));
	}

	// not before the first call: the bean may be lazy or made by a factory
	private Supplier<Object> instance(String beanName) {
		Supplier<Object> bean = () -> this.beanFactory.getBean(beanName);
		return this.beanFactory.isSingleton(beanName) ? SingletonSupplier.of(bean)::obtain : bean;
	}

}
