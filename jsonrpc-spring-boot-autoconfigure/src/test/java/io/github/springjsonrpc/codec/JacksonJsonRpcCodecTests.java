package io.github.springjsonrpc.codec;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The codec with Jackson 3.
 */
class JacksonJsonRpcCodecTests extends JsonRpcCodecContractTests {

	JacksonJsonRpcCodecTests() {
		super(new JacksonTestMappers());
	}

	@Test
	void leavesTheGivenMapperAsItIs() {
		JsonMapper mapper = JsonMapper.builder().build();
		new JacksonValueMapper(mapper, true).type(Integer.class);
		assertThat(mapper.readValue("\"1\"", Integer.class)).isEqualTo(1);
		assertThat(mapper.readValue("\" \"", Integer.class)).isNull();
		assertThat(mapper.readValue("1", String.class)).isEqualTo("1");
		assertThat(mapper.registeredModules()).isEmpty();
	}

	@Test
	void refusesWhatJacksonReadsOnlyInPart() {
		JsonMapper mapper = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
		JsonType strings = new JacksonValueMapper(mapper, true)
			.type(ResolvableType.forClassWithGenerics(List.class, String.class).getType());
		byte[] json = "[[\"a\"]]".getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> strings.read(json, 0, json.length));
	}

}
