package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.LoggingMiddleware;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import io.github.springjsonrpc.server.RpcExceptionResolver;
import io.github.springjsonrpc.server.method.AnnotatedExceptionResolver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the middleware around the
 * methods of JSON-RPC servers.
 */
@AutoConfiguration(after = JsonRpcCodecAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "jsonrpc.server.enabled", matchIfMissing = true)
public final class JsonRpcMiddlewareAutoConfiguration {

	// ahead of resolvers without an order, which may well take every exception
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE - 10)
	@ConditionalOnMissingBean
	AnnotatedExceptionResolver rpcAnnotatedExceptionResolver() {
		return new AnnotatedExceptionResolver();
	}

	@Bean
	@Order(ExceptionMappingMiddleware.ORDER)
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "jsonrpc.server.middleware.exception-mapping", matchIfMissing = true)
	ExceptionMappingMiddleware rpcExceptionMappingMiddleware(ObjectProvider<RpcExceptionResolver> resolvers,
			JsonRpcProperties properties) {
		return new ExceptionMappingMiddleware(resolvers.orderedStream().toList(),
				properties.getServer().getIncludeException());
	}

	@Bean
	@Order(LoggingMiddleware.ORDER)
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty("jsonrpc.server.middleware.logging")
	LoggingMiddleware rpcLoggingMiddleware(JsonRpcCodec codec, ObjectProvider<JsonRpcServers> servers,
			JsonRpcProperties properties) {
		JsonRpcDefaultServerProperties.Logging logging = properties.getServer().getLogging();
		PropertyCheck.that(logging.getMaxLength() >= 0, "jsonrpc.server.logging.max-length", logging.getMaxLength(),
				"It must not be negative.");
		return new LoggingMiddleware(codec::toJson, new LoggedParameterNames(servers::getObject, logging.getRedact()),
				logging.getMaxLength(), logging.getRedact());
	}

}
