package io.github.springjsonrpc.server.webflux;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests over HTTP would notice a leak.
 */
class BufferLeaksTests {

	@Test
	void findsBufferThatNobodyReleased() throws Exception {
		BufferLeaks.install();
		BufferLeaks.collect();
		ByteBufAllocator.DEFAULT.buffer(16).writeByte(1);
		assertThat(BufferLeaks.collect()).isNotEmpty();
	}

}
