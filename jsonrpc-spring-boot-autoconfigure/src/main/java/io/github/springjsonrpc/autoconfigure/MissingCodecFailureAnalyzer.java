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
		return (this.mapper == null)
				? analysis("neither a JsonMapper bean of Jackson 3 nor an ObjectMapper bean of Jackson 2",
						"spring-boot-starter-jackson", "a JsonRpcCodec bean", cause)
				: this.mapper.equalsIgnoreCase("jackson2")
						? analysis("no ObjectMapper bean of Jackson 2, which 'jsonrpc.json.mapper' asks for",
								"spring-boot-jackson2", "such a bean", cause)
						: analysis("no JsonMapper bean of Jackson 3, which 'jsonrpc.json.mapper' asks for",
								"spring-boot-starter-jackson", "such a bean", cause);
	}

	private static FailureAnalysis analysis(String problem, String dependency, String bean,
			NoSuchBeanDefinitionException cause) {
		return new FailureAnalysis("JSON-RPC has nothing to read and write JSON with: there is " + problem + ".",
				"Add the dependency 'org.springframework.boot:" + dependency + "', or define " + bean + ".", cause);
	}

}
