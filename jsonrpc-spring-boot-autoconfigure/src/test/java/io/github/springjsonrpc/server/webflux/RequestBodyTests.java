package io.github.springjsonrpc.server.webflux;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.channel.AbortedException;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.NettyDataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the parts of a body become one array, and what becomes of the parts.
 */
class RequestBodyTests {

	private static final int MAX_SIZE = 1000;

	private final NettyDataBufferFactory factory = new NettyDataBufferFactory(new UnpooledByteBufAllocator(false));

	private final List<DataBuffer> buffers = new ArrayList<>();

	@AfterEach
	void releasesAllBuffers() {
		assertThat(this.buffers).allMatch((buffer) -> ((NettyDataBuffer) buffer).getNativeBuffer().refCnt() == 0);
	}

	private DataBuffer buffer(String text) {
		DataBuffer buffer = this.factory.allocateBuffer(16).write(text.getBytes(StandardCharsets.UTF_8));
		this.buffers.add(buffer);
		return buffer;
	}

	private Mono<String> read(long length, Flux<DataBuffer> buffers) {
		ServerHttpRequest request = (length < 0) ? MockServerHttpRequest.post("/").body(buffers)
				: MockServerHttpRequest.post("/").contentLength(length).body(buffers);
		return new RequestBody(request, MAX_SIZE).map((bytes) -> new String(bytes, StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 0", "1, 1, 1", "7, 7, 7", "7, 3, 7", "7, 3, -1", "1000, 1, 1000", "1000, 1, -1", "999, 100, -1",
			"1000, 1000, -1", "300, 7, 3", "5, 2, 1000" })
	void joinsParts(int size, int part, int length) {
		String text = "0123456789".repeat(100).substring(0, size);
		List<DataBuffer> parts = new ArrayList<>();
		for (int i = 0; i < size; i += part) {
			parts.add(buffer(text.substring(i, Math.min(i + part, size))));
		}
		StepVerifier.create(read(length, Flux.fromIterable(parts))).expectNext(text).verifyComplete();
	}

	@ParameterizedTest
	@CsvSource({ "1001", "1", "7", "1000" })
	void refusesOneByteTooMany(int part) {
		Flux<DataBuffer> parts = Flux.range(0, 1001 / part + 1).map((i) -> buffer("x".repeat(part)));
		StepVerifier.create(read(-1, parts)).verifyError(DataBufferLimitException.class);
	}

	@Test
	void readsNoFurtherBehindTheLimit() {
		TestPublisher<DataBuffer> parts = TestPublisher
			.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		StepVerifier.create(read(-1, parts.flux()))
			.then(() -> parts.next(buffer("x".repeat(1001)), buffer("more")).complete())
			.verifyError(DataBufferLimitException.class);
		parts.assertCancelled();
	}

	@Test
	void releasesWhatComesAfterItWasCancelled() {
		TestPublisher<DataBuffer> parts = TestPublisher
			.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		StepVerifier.create(read(-1, parts.flux())).then(() -> parts.next(buffer("some"))).thenCancel().verify();
		parts.assertCancelled();
		parts.next(buffer("late"));
	}

	@Test
	void releasesWhatOthersHaveQueuedBehindTheLimit() {
		Sinks.Many<DataBuffer> parts = Sinks.many().unicast().onBackpressureBuffer();
		for (int i = 0; i < 20; i++) {
			parts.tryEmitNext(buffer("x".repeat(100))).orThrow();
		}
		StepVerifier.create(read(-1, parts.asFlux())).verifyError(DataBufferLimitException.class);
	}

	@Test
	void passesFailureOn() {
		IllegalStateException failure = new IllegalStateException();
		StepVerifier.create(read(-1, Flux.concat(Mono.fromSupplier(() -> buffer("some")), Mono.error(failure))))
			.verifyErrorMatches((ex) -> ex == failure);
	}

	@Test
	void isSilentIfTheClientHasGone() {
		Flux<DataBuffer> parts = Flux.concat(Mono.fromSupplier(() -> buffer("some")),
				Mono.error(new AbortedException("Connection has been closed")));
		StepVerifier.withVirtualTime(() -> read(-1, parts))
			.expectSubscription()
			.expectNoEvent(Duration.ofMinutes(1))
			.thenCancel()
			.verify();
	}

}
