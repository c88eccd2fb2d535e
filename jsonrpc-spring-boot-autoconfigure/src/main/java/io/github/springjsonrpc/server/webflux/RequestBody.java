package io.github.springjsonrpc.server.webflux;

import java.util.Arrays;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * The body of a request as one array, which is empty if there is none. Bytes are copied
 * as they come in, so that no buffer is kept. One operator instead of the seven that it
 * takes to join the buffers, as it is in every request.
 */
final class RequestBody extends Mono<byte[]> {

	private static final Log logger = LogFactory.getLog(JsonRpcHttpHandler.class);

	private final Flux<DataBuffer> buffers;

	private final long expected;

	private final int maxSize;

	/**
	 * Create a body.
	 * @param request the request
	 * @param maxSize how many bytes it may have
	 */
	RequestBody(ServerHttpRequest request, int maxSize) {
		this.buffers = request.getBody();
		this.expected = request.getHeaders().getContentLength();
		this.maxSize = maxSize;
	}

	static DataBufferLimitException tooLarge(int maxSize) {
		return new DataBufferLimitException("The body is larger than " + maxSize + " bytes");
	}

	@Override
	public void subscribe(CoreSubscriber<? super byte[]> actual) {
		if (this.expected > this.maxSize) {
			Operators.error(actual, tooLarge(this.maxSize));
		}
		else {
			this.buffers.subscribe(new Collector(actual, (int) this.expected, this.maxSize));
		}
	}

	private static final class Collector implements CoreSubscriber<DataBuffer>, Subscription {

		private static final byte[] EMPTY = {};

		// for what a filter of the application has queued when reading ends
		private static final Consumer<Object> RELEASE = (queued) -> {
			if (queued instanceof DataBuffer buffer) {
				DataBufferUtils.release(buffer);
			}
		};

		// by how much an array grows that has become too small
		private static final int GROWTH = 4;

		// virtual machines have no arrays of Integer.MAX_VALUE
		private static final int LARGEST = Integer.MAX_VALUE - 8;

		private final CoreSubscriber<? super byte[]> actual;

		private final int expected;

		private final int maxSize;

		private @Nullable Subscription buffers;

		private byte[] bytes = EMPTY;

		private int size;

		private volatile boolean done;

		Collector(CoreSubscriber<? super byte[]> actual, int expected, int maxSize) {
			this.actual = actual;
			this.expected = expected;
			this.maxSize = maxSize;
		}

		@Override
		public Context currentContext() {
			return Operators.enableOnDiscard(this.actual.currentContext(), RELEASE);
		}

		@Override
		public void onSubscribe(Subscription buffers) {
			this.buffers = buffers;
			this.actual.onSubscribe(this);
		}

		@Override
		public void request(long n) {
			if (this.buffers != null) {
				this.buffers.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void cancel() {
			this.done = true;
			if (this.buffers != null) {
				this.buffers.cancel();
			}
		}

		@Override
		public void onNext(DataBuffer buffer) {
			try {
				int count = buffer.readableByteCount();
				if (count <= this.maxSize - this.size) {
					grow(this.size + count);
					buffer.read(this.bytes, this.size, count);
					this.size += count;
					return;
				}
			}
			finally {
				DataBufferUtils.release(buffer);
			}
			if (!this.done) {
				cancel();
				this.actual.onError(tooLarge(this.maxSize));
			}
		}

		/**
		 * Make room. What the client says of the length is believed only as far as it has
		 * sent something.
		 */
		private void grow(int needed) {
			if (needed > this.bytes.length) {
				int limit = Math.min((needed <= this.expected) ? this.expected : this.maxSize, LARGEST);
				int ample = (this.size == 0) ? needed : (int) Math.min((long) needed * GROWTH, limit);
				this.bytes = Arrays.copyOf(this.bytes, Math.max(needed, ample));
			}
		}

		@Override
		public void onError(Throwable exception) {
			if (this.done) {
				return;
			}
			this.done = true;
			if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
				logger.debug("The client went away before it had sent its message", exception);
				// the server cancels what belongs to a connection that has gone; if it
				// ended before, Reactor Netty would give the error again, to nobody
				return;
			}
			this.actual.onError(exception);
		}

		@Override
		public void onComplete() {
			if (!this.done) {
				this.done = true;
				this.actual
					.onNext((this.size == this.bytes.length) ? this.bytes : Arrays.copyOf(this.bytes, this.size));
				this.actual.onComplete();
			}
		}

	}

}
