package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Says why there is no {@link JsonRpcCodec}, ahead of the analyzer that does so for any
 * bean.
 */
@Order(0)
final class MissingCodecFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	private final @Nullable String mapper;

	MissingCodecFailureAnalyzer(@Nullable Environment environment) {
		this.mapper = (environment != null) ? environment.getProperty("jsonrpc.json.mapper") : null;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		if (cause.getBeanType() != JsonRpcCodec.class) {
			return null;
		}
		String wanted = (this.mapper == null)
				? "neither a JsonMapper bean of Jackson 3 nor an ObjectMapper bean of Jackson 2"
				: "no %s, which 'jsonrpc.json.mapper' asks for".formatted(this.mapper.equalsIgnoreCase("jackson2")
						? "ObjectMapper bean of Jackson 2" : "JsonMapper bean of Jackson 3");
		return new FailureAnalysis("JSON-RPC has nothing to read and write JSON with: there is " + wanted + ".",
				"Add the dependency 'org.springframework.boot:spring-boot-starter-jackson' (or "
						+ "'spring-boot-jackson2' for Jackson 2), or define such a bean or a JsonRpcCodec bean.",
				cause);
	}

}
