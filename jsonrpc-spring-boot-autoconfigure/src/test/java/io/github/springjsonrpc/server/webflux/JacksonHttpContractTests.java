package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.codec.JacksonValueMapper;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The contract over HTTP with Jackson 3. Seed rows S3, S29, S56, S57, S58, S165 and S174.
 */
class JacksonHttpContractTests extends HttpContractTests {

	@Override
	int maxDepth() {
		return 500;
	}

	@Test
	void mapsWithJackson3(@Autowired JsonRpcCodec codec) {
		assertThat(codec.values()).isInstanceOf(JacksonValueMapper.class);
	}

}
