package io.github.springjsonrpc.client;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Reads HTTP responses, and not a byte more than the limit.
 *
 * @param codec reads the messages
 * @param limits how large they may be
 */
record HttpResponseReader(JsonRpcCodec codec, HttpLimits limits) {

	private static final byte[] EMPTY = {};

	Mono<HttpAnswer> read(ClientResponse response) {
		Flux<DataBuffer> content = response.body(BodyExtractors.toDataBuffers());
		if (response.headers().contentLength().orElse(0) > this.limits.maxResponseSize()) {
			return refuse(content);
		}
		return DataBufferUtils.join(content, this.limits.maxResponseSize())
			.map(HttpResponseReader::toBytes)
			.defaultIfEmpty(EMPTY)
			.map((body) -> new HttpAnswer(response.statusCode(), response.headers().asHttpHeaders(), body,
					isBlank(body) ? null : this.codec.decode(body, this.limits.maxBatchSize())));
	}

	/**
	 * Give up a body that has hardly begun: otherwise it would be read to its end, so
	 * that the connection can be used again.
	 */
	private static Mono<HttpAnswer> refuse(Flux<DataBuffer> content) {
		return Mono.defer(() -> {
			content.subscribe(new BaseSubscriber<>() {

				@Override
				protected void hookOnSubscribe(Subscription subscription) {
					cancel();
				}

			});
			return Mono.error(new DataBufferLimitException("The response is too large"));
		});
	}

	private static byte[] toBytes(DataBuffer buffer) {
		try {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			return bytes;
		}
		finally {
			DataBufferUtils.release(buffer);
		}
	}

	private static boolean isBlank(byte[] body) {
		for (byte b : body) {
			if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
				return false;
			}
		}
		return true;
	}

}
