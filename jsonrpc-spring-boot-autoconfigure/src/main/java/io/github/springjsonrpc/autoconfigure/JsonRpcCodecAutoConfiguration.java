package io.github.springjsonrpc.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the JSON-RPC codec.
 */
@AutoConfiguration(afterName = { "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
		"org.springframework.boot.jackson2.autoconfigure.Jackson2AutoConfiguration" })
@EnableConfigurationProperties(JsonRpcProperties.class)
@Import({ JacksonCodecConfiguration.class, Jackson2CodecConfiguration.class })
public final class JsonRpcCodecAutoConfiguration {

}
