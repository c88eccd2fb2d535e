package io.github.springjsonrpc.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The codec with Jackson 2.
 */
class Jackson2JsonRpcCodecTests extends JsonRpcCodecContractTests {

	Jackson2JsonRpcCodecTests() {
		super(new Jackson2TestMappers());
	}

	@Test
	void leavesTheGivenMapperAsItIs() throws JsonProcessingException {
		ObjectMapper mapper = new ObjectMapper();
		new Jackson2ValueMapper(mapper, true).type(Integer.class);
		assertThat(mapper.readValue("\"1\"", Integer.class)).isEqualTo(1);
		assertThat(mapper.readValue("\" \"", Integer.class)).isNull();
		assertThat(mapper.readValue("1", String.class)).isEqualTo("1");
		assertThat(mapper.getRegisteredModuleIds()).isEmpty();
		assertThat(mapper.isEnabled(JsonGenerator.Feature.AUTO_CLOSE_TARGET)).isTrue();
	}

}
