package io.github.springjsonrpc.client;

import java.util.UUID;
import java.util.stream.Stream;

import io.github.springjsonrpc.protocol.JsonRpcId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RpcIdGeneratorTests {

	@Test
	void counts() {
		RpcIdGenerator ids = RpcIdGenerator.counter();
		assertThat(ids.next()).isEqualTo(JsonRpcId.of(1));
		assertThat(ids.next()).isEqualTo(JsonRpcId.of(2));
	}

	@Test
	void countsBehindPrefix() {
		assertThat(RpcIdGenerator.prefixed("a-").next()).isEqualTo(JsonRpcId.of("a-1"));
	}

	@Test
	void makesRandomUuids() {
		RpcIdGenerator ids = RpcIdGenerator.uuid();
		assertThat(Stream.generate(ids::next).limit(1000).map(JsonRpcId::text).map(UUID::fromString).distinct())
			.hasSize(1000)
			.allMatch((uuid) -> uuid.version() == 4 && uuid.variant() == 2);
	}

}
