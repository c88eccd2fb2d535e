package io.github.springjsonrpc.autoconfigure;

import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A codec with the application's {@link JsonMapper} of Jackson 3.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(JsonMapper.class)
@ConditionalOnBean(JsonMapper.class)
@ConditionalOnProperty(name = "jsonrpc.json.mapper", havingValue = "jackson", matchIfMissing = true)
class JacksonCodecConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JsonRpcCodec jsonRpcCodec(JsonMapper mapper, JsonRpcProperties properties) {
		return new JsonRpcCodec(new JacksonValueMapper(mapper, properties.getJson().isStrictScalars()));
	}

}
