package io.github.springjsonrpc.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Answers the entries of a batch, several of them at the same time, and puts the answers
 * into the order of the entries. Completes empty if there are none. What Reactor's
 * {@code flatMapSequential} does, without a queue for each entry: most have one value and
 * have it at once.
 */
final class BatchCall extends Mono<JsonRpcMessage> {

	private final List<? extends JsonRpcMessage> entries;

	private final Function<JsonRpcMessage, Mono<JsonRpcResponse>> answer;

	private final int concurrency;

	/**
	 * Create a call.
	 * @param entries the entries
	 * @param answer answers one of them, or completes empty; never fails
	 * @param concurrency how many entries may run at the same time
	 */
	BatchCall(List<? extends JsonRpcMessage> entries, Function<JsonRpcMessage, Mono<JsonRpcResponse>> answer,
			int concurrency) {
		this.entries = entries;
		this.answer = answer;
		this.concurrency = concurrency;
	}

	@Override
	public void subscribe(CoreSubscriber<? super JsonRpcMessage> actual) {
		Coordinator coordinator = new Coordinator(actual, this);
		actual.onSubscribe(coordinator);
		coordinator.drain();
	}

	/**
	 * Starts entries and collects their answers. Entries are started by one thread at a
	 * time, whichever finished one last, and in a loop, so that entries that answer at
	 * once do not nest.
	 */
	private static final class Coordinator extends Operators.MonoSubscriber<JsonRpcMessage, JsonRpcMessage> {

		private final BatchCall batch;

		// the way to it is long, and each entry needs it
		private final Context context;

		private final @Nullable JsonRpcResponse[] answers;

		private final AtomicReferenceArray<@Nullable Entry> running;

		private final AtomicInteger finished = new AtomicInteger();

		private final AtomicInteger draining = new AtomicInteger();

		// these belong to the thread that drains
		private int started;

		private int finishedAtOnce;

		private boolean ended;

		Coordinator(CoreSubscriber<? super JsonRpcMessage> actual, BatchCall batch) {
			super(actual);
			this.batch = batch;
			this.context = actual.currentContext();
			this.answers = new @Nullable JsonRpcResponse[batch.entries.size()];
			this.running = new AtomicReferenceArray<>(this.answers.length);
		}

		void drain() {
			if (this.draining.getAndIncrement() != 0) {
				return;
			}
			int missed = 1;
			do {
				while (this.started < this.answers.length && this.started - countFinished() < this.batch.concurrency) {
					next(this.started++);
				}
				if (countFinished() == this.answers.length && !this.ended) {
					this.ended = true;
					end();
				}
				missed = this.draining.addAndGet(-missed);
			}
			while (missed != 0);
		}

		private int countFinished() {
			return this.finishedAtOnce + this.finished.get();
		}

		// a notification runs whether or not anybody is there to see it
		private void next(int index) {
			JsonRpcMessage message = this.batch.entries.get(index);
			boolean notification = message instanceof JsonRpcRequest request && request.isNotification();
			if (notification || !isCancelled()) {
				start(index, message, notification);
			}
			else {
				this.finishedAtOnce++;
			}
		}

		private void start(int index, JsonRpcMessage message, boolean notification) {
			try {
				Mono<JsonRpcResponse> answer = CallMono.run(this.batch.answer.apply(message), this.context);
				if (answer instanceof Fuseable.ScalarCallable<?> present) {
					this.answers[index] = (JsonRpcResponse) present.call();
					this.finishedAtOnce++;
				}
				else {
					wait(answer, new Entry(this, index, notification));
				}
			}
			catch (Throwable ex) {
				// the other entries still want to be started
				Operators.onErrorDropped(ex, this.context);
				this.finishedAtOnce++;
			}
		}

		private void wait(Mono<JsonRpcResponse> answer, Entry entry) {
			this.running.set(entry.index, entry);
			try {
				answer.subscribe(entry);
			}
			catch (Throwable ex) {
				entry.onError(ex);
			}
		}

		@Override
		public Context currentContext() {
			return this.context;
		}

		void finished(int index, @Nullable JsonRpcResponse answer) {
			this.answers[index] = answer;
			abandoned(index);
		}

		/**
		 * Make room for the next entry, once for each.
		 */
		void abandoned(int index) {
			if (this.running.getAndSet(index, null) != null) {
				this.finished.incrementAndGet();
				drain();
			}
		}

		private void end() {
			List<JsonRpcResponse> given = new ArrayList<>(this.answers.length);
			for (JsonRpcResponse answer : this.answers) {
				if (answer != null) {
					given.add(answer);
				}
			}
			if (given.isEmpty()) {
				if (!isCancelled()) {
					this.actual.onComplete();
				}
			}
			else {
				complete(new JsonRpcBatch(given));
			}
		}

		@Override
		public void cancel() {
			super.cancel();
			for (int i = 0; i < this.answers.length; i++) {
				Entry entry = this.running.get(i);
				if (entry != null && !entry.notification) {
					entry.cancel();
					abandoned(i);
				}
			}
		}

	}

	/**
	 * Waits for the answer of one entry.
	 */
	private static final class Entry implements CoreSubscriber<JsonRpcResponse> {

		private final Coordinator coordinator;

		private final int index;

		private final boolean notification;

		private @Nullable JsonRpcResponse answer;

		private volatile @Nullable Subscription subscription;

		Entry(Coordinator coordinator, int index, boolean notification) {
			this.coordinator = coordinator;
			this.index = index;
			this.notification = notification;
		}

		@Override
		public Context currentContext() {
			return this.coordinator.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			if (this.coordinator.isCancelled() && !this.notification) {
				subscription.cancel();
				this.coordinator.abandoned(this.index);
			}
			else {
				subscription.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void onNext(JsonRpcResponse answer) {
			this.answer = answer;
		}

		@Override
		public void onComplete() {
			this.coordinator.finished(this.index, this.answer);
		}

		@Override
		public void onError(Throwable exception) {
			Operators.onErrorDropped(exception, currentContext());
			this.coordinator.finished(this.index, null);
		}

		void cancel() {
			Subscription subscription = this.subscription;
			if (subscription != null) {
				subscription.cancel();
			}
		}

	}

}
