package io.github.springjsonrpc.connection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import io.github.springjsonrpc.codec.JsonEncodingException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.OverflowPolicy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * A subscription of the other side to a source here. The source is asked for a few items
 * at a time. These wait here while the connection has no room, so that any number of
 * subscriptions together can't fill it up.
 */
final class OutgoingSubscription implements CoreSubscriber<Object> {

	private static final Log logger = LogFactory.getLog(Subscriptions.class);

	private static final int MAX_DEMAND = 32;

	private final DefaultJsonRpcConnection connection;

	private final String id;

	private final JsonRpcId requestId;

	private final Publication publication;

	private final int demand;

	// params of notifications
	private final Queue<Map<String, Object>> waiting;

	private final AtomicLong dropped = new AtomicLong();

	private final AtomicReference<@Nullable SubscriptionEnd> end = new AtomicReference<>();

	private final AtomicBoolean done = new AtomicBoolean();

	private final AtomicInteger draining = new AtomicInteger();

	// one thread, so that a source which has its items at hand gives it back before it is
	// asked for more
	private final Scheduler.Worker worker = Schedulers.parallel().createWorker();

	private volatile @Nullable Subscription source;

	// belongs to the thread that drains
	private int sent;

	OutgoingSubscription(DefaultJsonRpcConnection connection, String id, JsonRpcId requestId, Publication publication) {
		this.connection = connection;
		this.id = id;
		this.requestId = requestId;
		this.publication = publication;
		this.demand = (publication.policy() == OverflowPolicy.BACKPRESSURE) ? MAX_DEMAND
				: Math.min(publication.buffer(), MAX_DEMAND);
		this.waiting = Queues.<Map<String, Object>>get(this.demand).get();
	}

	String id() {
		return this.id;
	}

	JsonRpcId requestId() {
		return this.requestId;
	}

	void start() {
		try {
			items(this.publication.items(), this.publication.buffer()).subscribe(this);
		}
		catch (Throwable ex) {
			// what Reactor takes for the end of the JVM
			onError(ex);
		}
	}

	private Flux<?> items(Flux<?> items, int buffer) {
		return switch (this.publication.policy()) {
			case BACKPRESSURE -> items;
			case BUFFER -> items.onBackpressureBuffer(buffer);
			case CLOSE -> items.onBackpressureBuffer(buffer, (item) -> close());
			case DROP_OLDEST -> dropping(items, buffer, BufferOverflowStrategy.DROP_OLDEST);
			case DROP_LATEST -> dropping(items, buffer, BufferOverflowStrategy.DROP_LATEST);
		};
	}

	private Flux<?> dropping(Flux<?> items, int buffer, BufferOverflowStrategy strategy) {
		return items.onBackpressureBuffer(buffer, (item) -> this.dropped.incrementAndGet(), strategy);
	}

	private void close() {
		this.connection.slow("Subscription " + this.id + " overflowed");
	}

	void cancel() {
		if (this.done.compareAndSet(false, true)) {
			this.worker.dispose();
			cancelSource();
			drain();
		}
	}

	private void cancelSource() {
		Subscription source = this.source;
		if (source != null) {
			Isolation.run(source::cancel);
		}
	}

	@Override
	public Context currentContext() {
		return this.connection.context();
	}

	@Override
	public void onSubscribe(Subscription source) {
		this.source = source;
		if (this.done.get()) {
			source.cancel();
		}
		else {
			request(source, this.demand);
		}
	}

	@Override
	public void onNext(Object item) {
		if (this.done.get() || this.end.get() != null) {
			Operators.onDiscard(item, currentContext());
			return;
		}
		if (this.waiting.offer(params("result", item))) {
			drain();
		}
		else {
			fail(Exceptions.failWithOverflow("More items than were asked for"));
		}
	}

	@Override
	public void onComplete() {
		end(SubscriptionEnd.COMPLETED);
	}

	@Override
	public void onError(Throwable exception) {
		end(SubscriptionEnd.failed(exception, this.publication));
	}

	private void fail(Throwable exception) {
		cancelSource();
		onError(exception);
	}

	private void end(SubscriptionEnd end) {
		if (this.end.compareAndSet(null, end)) {
			drain();
		}
	}

	/**
	 * Send what waits, as far as there is room, and the end after that.
	 */
	void drain() {
		if (this.draining.getAndIncrement() != 0) {
			return;
		}
		int missed = 1;
		do {
			while (!this.done.get() && this.connection.isWritable() && sendNext()) {
				// one after the other
			}
			SubscriptionEnd end = this.end.get();
			if (this.done.get()) {
				discard();
			}
			else if (end != null && this.waiting.isEmpty()) {
				send(end);
			}
			missed = this.draining.addAndGet(-missed);
		}
		while (missed != 0);
	}

	private boolean sendNext() {
		Map<String, Object> params = this.waiting.poll();
		if (params == null) {
			return false;
		}
		try {
			send(this.publication.notification(), params);
		}
		catch (ConnectionClosedException ex) {
			cancel();
		}
		catch (Throwable ex) {
			discard();
			fail(ex);
		}
		Subscription source = this.source;
		if (++this.sent == this.demand - this.demand / 4 && source != null) {
			request(source, this.sent);
			this.sent = 0;
		}
		return true;
	}

	private void request(Subscription source, int count) {
		try {
			this.worker.schedule(() -> {
				try {
					source.request(count);
				}
				catch (Throwable ex) {
					fail(ex);
				}
			});
		}
		catch (RejectedExecutionException ex) {
			// it has ended meanwhile
		}
	}

	private void send(SubscriptionEnd end) {
		this.done.set(true);
		this.worker.dispose();
		this.connection.subscriptions().remove(this.id);
		try {
			try {
				send(this.publication.end(), params(end.member(), end.value()));
			}
			catch (JsonEncodingException ex) {
				logger.error("Could not write the error of subscription " + this.id + " as JSON", ex);
				send(this.publication.end(), params(end.member(), end.withoutData()));
			}
		}
		catch (ConnectionClosedException ex) {
			logger.debug("Could not tell the end of subscription " + this.id, ex);
		}
	}

	private Map<String, Object> params(String member, Object value) {
		Map<String, Object> params = new LinkedHashMap<>();
		params.put("subscription", this.id);
		params.put(member, value);
		long dropped = this.dropped.getAndSet(0);
		if (dropped > 0) {
			params.put("dropped", dropped);
		}
		return params;
	}

	private void send(String notification, Map<String, Object> params) {
		this.connection.write(JsonRpcRequest.notification(notification, JsonRpcParams.named(params)));
	}

	private void discard() {
		for (Map<String, Object> params = this.waiting.poll(); params != null; params = this.waiting.poll()) {
			Operators.onDiscard(params.get("result"), currentContext());
		}
	}

}
