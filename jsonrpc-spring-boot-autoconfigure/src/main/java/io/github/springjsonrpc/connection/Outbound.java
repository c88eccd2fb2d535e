package io.github.springjsonrpc.connection;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.adapter.AbstractListenerWebSocketSession;

/**
 * What waits to be sent over a connection. Any thread may add to it; the session gets the
 * messages one at a time.
 * <p>
 * It is bounded in bytes. A message counts until it has been written to the socket, not
 * only until the session took it. A session tells that it has written everything when
 * what it sends has come to its end. So it is given messages until they amount to
 * something, and when it has written those, the next ones. Sessions that send but once
 * ask for one message after the other instead.
 */
final class Outbound implements Publisher<WebSocketMessage>, Subscription {

	// what a message costs beside its bytes, so that a flood of small ones counts too
	private static final int OVERHEAD = 128;

	private static final long MIN_LOW_MARK = 16 * 1024;

	private static final long MAX_UNCONFIRMED = 256 * 1024;

	private final WebSocketSession session;

	private final boolean sendsOnce;

	private final long maxBytes;

	private final long lowMark;

	private final long maxUnconfirmed;

	private final Listener listener;

	private final Queue<WebSocketMessage> waiting = Queues.<WebSocketMessage>unboundedMultiproducer().get();

	private final AtomicLong bytes = new AtomicLong();

	private final AtomicLong requested = new AtomicLong();

	private final AtomicInteger draining = new AtomicInteger();

	private volatile @Nullable Subscriber<? super WebSocketMessage> target;

	private volatile boolean started;

	private volatile boolean allWritten;

	private volatile boolean completed;

	private volatile boolean terminated;

	private volatile long written;

	// what follows belongs to the thread that drains

	private boolean sending;

	private boolean full;

	private long emitted;

	private long unconfirmed;

	Outbound(WebSocketSession session, long maxBytes, Listener listener) {
		this.session = session;
		this.sendsOnce = session instanceof AbstractListenerWebSocketSession;
		this.maxBytes = maxBytes;
		this.lowMark = Math.max(maxBytes / 8, Math.min(maxBytes, MIN_LOW_MARK));
		this.maxUnconfirmed = Math.min(this.lowMark / 2, MAX_UNCONFIRMED);
		this.listener = listener;
	}

	/**
	 * Add a message, which is released if it can't be sent.
	 * @return whether it will be sent, as long as the connection lasts
	 */
	boolean offer(WebSocketMessage message) {
		int size = sizeOf(message);
		long total = this.bytes.addAndGet(size);
		boolean overflow = total > this.maxBytes && total != size;
		if (overflow || this.completed || this.terminated) {
			this.bytes.addAndGet(-size);
			DataBufferUtils.release(message.getPayload());
			if (overflow) {
				this.listener.overflow(total);
			}
			return false;
		}
		this.waiting.offer(message);
		drain();
		return true;
	}

	private static int sizeOf(WebSocketMessage message) {
		return message.getPayload().readableByteCount() + OVERHEAD;
	}

	/**
	 * Return whether there is so little waiting that more should be produced.
	 */
	boolean isWritable() {
		return this.bytes.get() < this.lowMark;
	}

	long bytes() {
		return this.bytes.get();
	}

	/**
	 * Return how many bytes have been written: while this stands still, the other side
	 * does not read.
	 */
	long written() {
		return this.written;
	}

	/**
	 * Begin to send.
	 */
	void start() {
		this.started = true;
		drain();
	}

	/**
	 * Take no more messages, and tell when those that wait have been written.
	 */
	void complete() {
		this.completed = true;
		drain();
	}

	/**
	 * Drop what waits.
	 */
	void terminate() {
		this.terminated = true;
		drain();
	}

	@Override
	public void subscribe(Subscriber<? super WebSocketMessage> target) {
		target.onSubscribe(this);
		this.target = target;
		drain();
	}

	@Override
	public void request(long n) {
		this.requested.accumulateAndGet(n, Operators::addCap);
		drain();
	}

	@Override
	public void cancel() {
		terminate();
	}

	private void allWritten() {
		this.allWritten = true;
		drain();
	}

	private void drain() {
		if (this.draining.getAndIncrement() != 0) {
			return;
		}
		int missed = 1;
		do {
			if (this.terminated) {
				Isolation.run(this::discard);
			}
			else if (this.started) {
				proceed();
			}
			missed = this.draining.addAndGet(-missed);
		}
		while (missed != 0);
	}

	private void proceed() {
		try {
			confirm();
			send();
			emit();
		}
		catch (Throwable ex) {
			// of a session that throws what it can't signal: whoever drains has to go on
			this.listener.failed(ex);
		}
	}

	private void confirm() {
		boolean asksForMore = this.sendsOnce && this.requested.get() != this.emitted;
		boolean wasFull = this.full;
		if (this.allWritten || asksForMore) {
			this.sending = !this.allWritten;
			this.allWritten = false;
			// another thread may have seen it full even if this one never did
			wasFull |= this.bytes.getAndAdd(-this.unconfirmed) >= this.lowMark;
			this.written += this.unconfirmed;
			this.unconfirmed = 0;
		}
		if (this.completed && !this.sending && this.waiting.isEmpty()) {
			this.listener.sent();
		}
		if (wasFull && isWritable()) {
			this.full = false;
			this.listener.writable();
		}
		else if (!this.full && !isWritable()) {
			this.full = true;
			this.listener.full();
		}
	}

	private void send() {
		if (!this.sending && !this.waiting.isEmpty()) {
			this.sending = true;
			this.emitted = 0;
			this.requested.set(0);
			this.session.send(this).subscribe(null, this.listener::failed, this::allWritten);
		}
	}

	private void emit() {
		Subscriber<? super WebSocketMessage> target = this.target;
		while (target != null && this.requested.get() != this.emitted && !this.terminated) {
			WebSocketMessage message = this.waiting.poll();
			if (message == null) {
				break;
			}
			this.unconfirmed += sizeOf(message);
			this.emitted++;
			target.onNext(message);
			if (isEnough()) {
				target = end();
			}
		}
		if (this.completed && this.waiting.isEmpty()) {
			end();
		}
	}

	private boolean isEnough() {
		return !this.sendsOnce && (this.unconfirmed >= this.maxUnconfirmed || this.requested.get() == this.emitted);
	}

	private @Nullable Subscriber<? super WebSocketMessage> end() {
		Subscriber<? super WebSocketMessage> target = this.target;
		if (target != null) {
			this.target = null;
			target.onComplete();
		}
		return null;
	}

	private void discard() {
		long discarded = this.unconfirmed;
		this.unconfirmed = 0;
		for (WebSocketMessage message = this.waiting.poll(); message != null; message = this.waiting.poll()) {
			discarded += sizeOf(message);
			DataBufferUtils.release(message.getPayload());
		}
		// not set to 0: somebody may be adding a message and about to learn that it is
		// late
		this.bytes.addAndGet(-discarded);
		end();
	}

	/**
	 * Told of the level. Called by whoever adds or takes, so not to be kept long.
	 */
	interface Listener {

		/**
		 * There is more waiting than a reader that keeps up would let be.
		 */
		void full();

		/**
		 * There is room again.
		 */
		void writable();

		/**
		 * A message did not fit any more.
		 */
		void overflow(long bytes);

		/**
		 * Everything has been written, and nothing more will be.
		 */
		void sent();

		/**
		 * Nothing can be written any more.
		 */
		void failed(Throwable exception);

	}

}
