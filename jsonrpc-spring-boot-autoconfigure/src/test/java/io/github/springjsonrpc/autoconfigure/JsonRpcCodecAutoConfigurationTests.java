package io.github.springjsonrpc.autoconfigure;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.springjsonrpc.codec.Jackson2ValueMapper;
import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonRpcCodecAutoConfiguration}.
 */
class JsonRpcCodecAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(JsonRpcCodecAutoConfiguration.class));

	private final ApplicationContextRunner withJackson = this.runner
		.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class));

	@Test
	void usesJackson3() {
		this.withJackson.run((context) -> assertThat(context.getBean(JsonRpcCodec.class).values())
			.isInstanceOf(JacksonValueMapper.class));
	}

	@Test
	void usesJackson3WithoutJackson2() {
		this.withJackson.withClassLoader(new FilteredClassLoader("com.fasterxml.jackson.databind"))
			.run((context) -> assertThat(context.getBean(JsonRpcCodec.class).values())
				.isInstanceOf(JacksonValueMapper.class));
	}

	@Test
	void usesJackson2WithoutJackson3() {
		this.withJackson.withUserConfiguration(Jackson2.class)
			.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(context.getBean(JsonRpcCodec.class).values())
				.isInstanceOf(Jackson2ValueMapper.class));
	}

	@Test
	void usesJackson2IfOnlyItHasAMapper() {
		this.runner.withUserConfiguration(Jackson2.class)
			.run((context) -> assertThat(context.getBean(JsonRpcCodec.class).values())
				.isInstanceOf(Jackson2ValueMapper.class));
	}

	@Test
	void prefersJackson3() {
		this.withJackson.withUserConfiguration(Jackson2.class)
			.run((context) -> assertThat(context.getBean(JsonRpcCodec.class).values())
				.isInstanceOf(JacksonValueMapper.class));
	}

	@Test
	void usesJackson2IfToldTo() {
		this.withJackson.withUserConfiguration(Jackson2.class)
			.withPropertyValues("jsonrpc.json.mapper=jackson2")
			.run((context) -> assertThat(context.getBean(JsonRpcCodec.class).values())
				.isInstanceOf(Jackson2ValueMapper.class));
	}

	@Test
	void usesJackson3IfToldTo() {
		this.withJackson.withUserConfiguration(Jackson2.class)
			.withPropertyValues("jsonrpc.json.mapper=jackson")
			.run((context) -> assertThat(context.getBean(JsonRpcCodec.class).values())
				.isInstanceOf(JacksonValueMapper.class));
	}

	@Test
	void usesNoOtherLibraryThanTheOneToldToUse() {
		this.withJackson.withPropertyValues("jsonrpc.json.mapper=jackson2")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcCodec.class));
		this.runner.withUserConfiguration(Jackson2.class)
			.withPropertyValues("jsonrpc.json.mapper=jackson")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(JsonRpcCodec.class));
	}

	@Test
	void backsOffForTheCodecOfTheApplication() {
		this.withJackson.withUserConfiguration(Jackson2.class, OwnCodec.class)
			.run((context) -> assertThat(context).hasSingleBean(JsonRpcCodec.class).hasBean("ownCodec"));
	}

	@Test
	void refusesValuesOfTheWrongType() {
		this.withJackson.run((context) -> assertThat(readsNumberAsText(context.getBean(JsonRpcCodec.class))).isFalse());
	}

	@Test
	void convertsValuesOfTheWrongTypeIfToldTo() {
		this.withJackson.withPropertyValues("jsonrpc.json.strict-scalars=false")
			.run((context) -> assertThat(readsNumberAsText(context.getBean(JsonRpcCodec.class))).isTrue());
	}

	private static boolean readsNumberAsText(JsonRpcCodec codec) {
		byte[] json = { '1' };
		try {
			return "1".equals(codec.values().type(String.class).read(json, 0, 1));
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Jackson2 {

		@Bean
		ObjectMapper objectMapper() {
			return new ObjectMapper();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnCodec {

		@Bean
		JsonRpcCodec ownCodec() {
			return new JsonRpcCodec(new JacksonValueMapper(new JsonMapper(), false));
		}

	}

}
