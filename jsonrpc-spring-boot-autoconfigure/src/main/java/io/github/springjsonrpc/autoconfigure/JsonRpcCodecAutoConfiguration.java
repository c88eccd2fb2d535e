package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.codec.Jackson2ValueMapper;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the JSON-RPC codec.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
		"org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration" })
@EnableConfigurationProperties(JsonRpcProperties.class)
@Import({ JsonRpcCodecAutoConfiguration.JacksonConfiguration.class,
		JsonRpcCodecAutoConfiguration.Jackson2Configuration.class })
public final class JsonRpcCodecAutoConfiguration {

	private static final String MAPPER = "jsonrpc.json.mapper";

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JsonMapper.class)
	@ConditionalOnBean(JsonMapper.class)
	@ConditionalOnProperty(name = MAPPER, havingValue = "jackson", matchIfMissing = true)
	static class JacksonConfiguration {

		@Bean
		@ConditionalOnMissingBean
		JsonRpcCodec jsonRpcCodec(JsonMapper mapper, JsonRpcProperties properties) {
			return new JsonRpcCodec(new JacksonValueMapper(mapper, properties.getJson().isStrictScalars()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(com.fasterxml.jackson.databind.ObjectMapper.class)
	@ConditionalOnProperty(name = MAPPER, havingValue = "jackson2", matchIfMissing = true)
	static class Jackson2Configuration {

		@Bean
		@ConditionalOnMissingBean
		JsonRpcCodec jsonRpcCodec(ObjectProvider<com.fasterxml.jackson.databind.ObjectMapper> mapper,
				JsonRpcProperties properties) {
			return new JsonRpcCodec(new Jackson2ValueMapper(mapper.getIfAvailable(Jackson2Configuration::defaultMapper),
					properties.getJson().isStrictScalars()));
		}

		private static com.fasterxml.jackson.databind.ObjectMapper defaultMapper() {
			return com.fasterxml.jackson.databind.json.JsonMapper.builder().findAndAddModules().build();
		}

	}

}
