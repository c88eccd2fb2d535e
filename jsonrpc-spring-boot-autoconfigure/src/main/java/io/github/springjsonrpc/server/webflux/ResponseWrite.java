package io.github.springjsonrpc.server.webflux;

import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Waits for the answer and writes it as the body of a response. It sees to it that the
 * buffer is released whatever the client does meanwhile. Once begun, writing goes on to
 * its end: if it could be cancelled half-way, nobody would know whose the buffer is. What
 * a server has taken and then not written, because the client had just gone, is released
 * afterwards.
 */
final class ResponseWrite extends Mono<Void> {

	private final ServerHttpResponse response;

	private final Mono<JsonRpcMessage> answer;

	private final Encoder encoder;

	/**
	 * Create a write.
	 * @param response where to write to
	 * @param answer the answer, empty if there is none
	 * @param encoder makes a body of the answer
	 */
	ResponseWrite(ServerHttpResponse response, Mono<JsonRpcMessage> answer, Encoder encoder) {
		this.response = response;
		this.answer = answer;
		this.encoder = encoder;
	}

	@Override
	public void subscribe(CoreSubscriber<? super Void> actual) {
		this.answer.subscribe(new Waiting(actual, this.response, this.encoder));
	}

	/**
	 * Makes the body of a response, and sets its status and headers.
	 */
	@FunctionalInterface
	interface Encoder {

		/**
		 * Encode an answer.
		 * @param answer the answer, {@code null} if there is none
		 * @return the body, {@code null} for none
		 */
		@Nullable DataBuffer encode(@Nullable JsonRpcMessage answer);

	}

	/**
	 * Waits for the answer, and has it written when it is there.
	 */
	private static final class Waiting implements CoreSubscriber<JsonRpcMessage>, Subscription {

		private final CoreSubscriber<? super Void> actual;

		private final ServerHttpResponse response;

		private final Encoder encoder;

		private @Nullable Subscription answer;

		private boolean answered;

		private volatile boolean left;

		Waiting(CoreSubscriber<? super Void> actual, ServerHttpResponse response, Encoder encoder) {
			this.actual = actual;
			this.response = response;
			this.encoder = encoder;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription answer) {
			this.answer = answer;
			this.actual.onSubscribe(this);
			answer.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(JsonRpcMessage answer) {
			this.answered = true;
			write(answer);
		}

		@Override
		public void onComplete() {
			if (!this.answered) {
				write(null);
			}
		}

		@Override
		public void onError(Throwable exception) {
			if (!this.left) {
				this.actual.onError(exception);
			}
		}

		private void write(@Nullable JsonRpcMessage answer) {
			if (this.left) {
				return;
			}
			Writing writing = new Writing(this);
			try {
				if (answer != null) {
					this.response.writeWith(Mono.fromSupplier(() -> writing.begin(answer))).subscribe(writing);
				}
				else {
					this.encoder.encode(null);
					this.response.setComplete().subscribe(writing);
				}
			}
			catch (Throwable ex) {
				// whoever emits the answer knows of no response: its client would wait
				// for
				// ever
				writing.failed(ex);
			}
		}

		@Override
		public void request(long n) {
			// it completes empty
		}

		@Override
		public void cancel() {
			this.left = true;
			if (this.answer != null) {
				this.answer.cancel();
			}
		}

	}

	/**
	 * Waits for the end of the write.
	 */
	private static final class Writing implements CoreSubscriber<Void> {

		private final Waiting waiting;

		private @Nullable DataBuffer buffer;

		private @Nullable EventLoop eventLoop;

		private boolean done;

		Writing(Waiting waiting) {
			this.waiting = waiting;
		}

		/**
		 * Make the buffer, when somebody wants it.
		 */
		@Nullable DataBuffer begin(JsonRpcMessage answer) {
			DataBuffer buffer = this.waiting.encoder.encode(answer);
			if (buffer != null && this.waiting.left) {
				DataBufferUtils.release(buffer);
				return null;
			}
			if (buffer != null) {
				this.eventLoop = NettyConnection.eventLoop(this.waiting.response);
				this.buffer = DataBufferUtils.retain(buffer);
			}
			return buffer;
		}

		@Override
		public Context currentContext() {
			return this.waiting.currentContext();
		}

		@Override
		public void onSubscribe(Subscription write) {
			write.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(Void nothing) {
			// there is none
		}

		@Override
		public void onError(Throwable exception) {
			if (end()) {
				this.waiting.actual.onError(exception);
			}
		}

		@Override
		public void onComplete() {
			if (end()) {
				this.waiting.actual.onComplete();
			}
		}

		/**
		 * Nothing was written, as the response threw something. An error is wrapped,
		 * since what is behind may take it for fatal and not pass it on.
		 */
		void failed(Throwable exception) {
			onError((exception instanceof Error)
					? new IllegalStateException("The response failed with an error", exception) : exception);
		}

		/**
		 * End the write.
		 * @return whether somebody waits for that
		 */
		private boolean end() {
			if (this.done) {
				return false;
			}
			this.done = true;
			DataBuffer buffer = this.buffer;
			if (buffer != null) {
				NettyConnection.release(this.waiting.response, this.eventLoop, buffer);
			}
			return !this.waiting.left;
		}

	}

}
