package io.github.springjsonrpc.autoconfigure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.springjsonrpc.codec.Jackson2ValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A codec with the application's {@link ObjectMapper} of Jackson 2.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(ObjectMapper.class)
@ConditionalOnBean(ObjectMapper.class)
@ConditionalOnProperty(name = "jsonrpc.json.mapper", havingValue = "jackson2", matchIfMissing = true)
class Jackson2CodecConfiguration {

	@Bean
	@ConditionalOnMissingBean
	JsonRpcCodec jsonRpcCodec(ObjectMapper mapper, JsonRpcProperties properties) {
		return new JsonRpcCodec(new Jackson2ValueMapper(mapper, properties.getJson().isStrictScalars()));
	}

}
