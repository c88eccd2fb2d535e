package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.codec.Jackson2ValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract over HTTP with Jackson 2. Seed rows S3, S29, S56, S57, S58, S165 and S174.
 */
@TestPropertySource(properties = "jsonrpc.json.mapper=jackson2")
class Jackson2HttpContractTests extends HttpContractTests {

	@Override
	int maxDepth() {
		return 1000;
	}

	@Test
	void mapsWithJackson2(@Autowired JsonRpcCodec codec) {
		assertThat(codec.values()).isInstanceOf(Jackson2ValueMapper.class);
	}

}
