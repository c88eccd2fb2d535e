package io.github.springjsonrpc.autoconfigure;

import java.util.List;
import java.util.Objects;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.LoggingMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.MethodDescription;
import io.github.springjsonrpc.server.RpcExceptionResolver;
import io.github.springjsonrpc.server.method.AnnotatedExceptionResolver;
import io.github.springjsonrpc.server.method.AttributeArgumentResolver;
import io.github.springjsonrpc.server.method.BeanValidationArgumentValidator;
import io.github.springjsonrpc.server.method.RpcArgument;
import io.github.springjsonrpc.server.method.RpcArgumentResolver;
import io.github.springjsonrpc.server.method.RpcArgumentValidator;
import io.github.springjsonrpc.server.method.RpcMethodDetector;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import jakarta.validation.Validator;
import reactor.core.scheduler.Scheduler;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for JSON-RPC servers: methods,
 * middleware and the servers themselves, whatever the transport.
 */
@AutoConfiguration(after = { JsonRpcCodecAutoConfiguration.class, TaskExecutionAutoConfiguration.class },
		afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnBooleanProperty(name = "jsonrpc.server.enabled", matchIfMissing = true)
@Import(JsonRpcServersRegistrar.class)
public final class JsonRpcServerAutoConfiguration {

	private final JsonRpcDefaultServerProperties properties;

	JsonRpcServerAutoConfiguration(JsonRpcProperties properties) {
		this.properties = properties.getServer();
	}

	@Bean
	JsonRpcServerFactory jsonRpcServerFactory(JsonRpcCodec codec, Environment environment,
			ConfigurableListableBeanFactory beanFactory, @Qualifier("jsonRpcScheduler") Scheduler scheduler,
			ObjectProvider<JsonRpcServerCustomizer> customizers) {
		return new JsonRpcServerFactory(codec, new ServerPropertiesBinder(environment),
				new ServerMiddleware(beanFactory), scheduler, customizers.orderedStream().toList());
	}

	@Bean
	@Primary
	@ConditionalOnMissingBean
	JsonRpcServer jsonRpcServer(JsonRpcServerFactory factory) {
		return factory.create(JsonRpcServer.DEFAULT_NAME);
	}

	@Bean(defaultCandidate = false, destroyMethod = "dispose")
	@ConditionalOnMissingBean(name = "jsonRpcScheduler")
	Scheduler jsonRpcScheduler(Environment environment) {
		return Threading.VIRTUAL.isActive(environment) ? WorkerSchedulers.virtualThreads()
				: WorkerSchedulers.platformThreads(this.properties.getWorker());
	}

	@Bean
	@ConditionalOnMissingBean
	RpcMethodFactory rpcMethodFactory(ObjectProvider<RpcArgumentResolver> resolvers,
			ObjectProvider<RpcArgumentValidator> validator, ConfigurableListableBeanFactory beanFactory) {
		return new RpcMethodFactory(resolvers.orderedStream().toList(), validator.getIfAvailable(),
				(type) -> beanOrNewInstance(type, beanFactory), this.properties.getExecution());
	}

	private static <T> T beanOrNewInstance(Class<T> type, ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.getBeanProvider(type).getIfAvailable(() -> BeanUtils.instantiateClass(type));
	}

	@Bean
	RpcMethodDetector rpcMethodDetector(ConfigurableListableBeanFactory beanFactory, RpcMethodFactory factory,
			ObjectProvider<JsonRpcServer> servers) {
		return new RpcMethodDetector(beanFactory, factory, servers.orderedStream().toList());
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 10)
	AttributeArgumentResolver rpcAttributeArgumentResolver() {
		return new AttributeArgumentResolver();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 10)
	@ConditionalOnMissingBean(name = "rpcRequestArgumentResolver")
	@ConditionalOnBooleanProperty(name = "jsonrpc.server.middleware.request-injection", matchIfMissing = true)
	RpcArgumentResolver rpcRequestArgumentResolver() {
		return RpcArgumentResolver.forType(JsonRpcRequest.class, RpcArgument.value((request) -> request));
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 10)
	AnnotatedExceptionResolver rpcAnnotatedExceptionResolver() {
		return new AnnotatedExceptionResolver();
	}

	@Bean
	@Order(ExceptionMappingMiddleware.ORDER)
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "jsonrpc.server.middleware.exception-mapping", matchIfMissing = true)
	ExceptionMappingMiddleware rpcExceptionMappingMiddleware(ObjectProvider<RpcExceptionResolver> resolvers) {
		return new ExceptionMappingMiddleware(resolvers.orderedStream().toList(),
				this.properties.getIncludeException());
	}

	@Bean
	@Order(LoggingMiddleware.ORDER)
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("jsonrpc.server.middleware.logging")
	LoggingMiddleware rpcLoggingMiddleware(JsonRpcCodec codec, ObjectProvider<JsonRpcServer> servers) {
		JsonRpcDefaultServerProperties.Logging logging = this.properties.getLogging();
		return new LoggingMiddleware(codec::toJson, (method) -> parameterNames(servers, method), logging.getMaxLength(),
				logging.getRedact());
	}

	private static List<String> parameterNames(ObjectProvider<JsonRpcServer> servers, String method) {
		return servers.stream()
			.map((server) -> server.methods().find(method))
			.filter(Objects::nonNull)
			.flatMap((found) -> found.description().parameters().stream())
			.map(MethodDescription.Parameter::name)
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(Validator.class)
	@ConditionalOnBean(Validator.class)
	static class ValidationConfiguration {

		@Bean
		@ConditionalOnMissingBean(RpcArgumentValidator.class)
		BeanValidationArgumentValidator rpcArgumentValidator(Validator validator) {
			return new BeanValidationArgumentValidator(validator);
		}

	}

}
