package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.method.AttributeArgumentResolver;
import io.github.springjsonrpc.server.method.BeanValidationArgumentValidator;
import io.github.springjsonrpc.server.method.RpcArgument;
import io.github.springjsonrpc.server.method.RpcArgumentResolver;
import io.github.springjsonrpc.server.method.RpcArgumentValidator;
import io.github.springjsonrpc.server.method.RpcMethodFactory;
import jakarta.validation.Validator;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what makes JSON-RPC methods of
 * annotated ones: injected arguments and validation. The argument resolvers have no
 * order, so that those of the application, which are registered earlier, come first.
 */
@AutoConfiguration(afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnBooleanProperty(name = "jsonrpc.server.enabled", matchIfMissing = true)
@EnableConfigurationProperties(JsonRpcProperties.class)
public final class JsonRpcMethodAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	RpcMethodFactory rpcMethodFactory(ObjectProvider<RpcArgumentResolver> resolvers,
			ObjectProvider<RpcArgumentValidator> validator, ListableBeanFactory beanFactory,
			JsonRpcProperties properties) {
		return new RpcMethodFactory(resolvers.orderedStream().toList(), validator.getIfAvailable(),
				(type) -> beanOrNewInstance(type, beanFactory), properties.getServer().getExecution());
	}

	private static <T> T beanOrNewInstance(Class<T> type, ListableBeanFactory beanFactory) {
		return beanFactory.getBeanProvider(type).getIfAvailable(() -> BeanUtils.instantiateClass(type));
	}

	@Bean
	@ConditionalOnMissingBean
	AttributeArgumentResolver rpcAttributeArgumentResolver() {
		return new AttributeArgumentResolver();
	}

	@Bean
	@ConditionalOnMissingBean(name = "rpcRequestArgumentResolver")
	@ConditionalOnBooleanProperty(name = "jsonrpc.server.middleware.request-injection", matchIfMissing = true)
	RpcArgumentResolver rpcRequestArgumentResolver() {
		return RpcArgumentResolver.forType(JsonRpcRequest.class, RpcArgument.value((request) -> request));
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
