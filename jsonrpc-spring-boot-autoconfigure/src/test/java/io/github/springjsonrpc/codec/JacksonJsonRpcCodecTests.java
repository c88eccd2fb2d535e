package io.github.springjsonrpc.codec;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

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

}
