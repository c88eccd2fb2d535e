package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One batch on its way: its entries pass the middleware by themselves, meet at the end of
 * the chain, and go on together when each of them has arrived there or been answered
 * before.
 */
final class BatchExchange {

	private final JsonRpcTransport transport;

	private final RpcMiddleware.Chain chain;

	private final ErrorMapping errors;

	private final List<BatchEntry> entries = new ArrayList<>();

	private final AtomicInteger underWay;

	private final Disposable.Swap responses = Disposables.swap();

	private final Sinks.Empty<Void> ended = Sinks.empty();

	private final Queue<JsonRpcResponse> unlinked = new ConcurrentLinkedQueue<>();

	// by the ids that are sent, which a middleware may have changed
	private final Map<JsonRpcId, BatchEntry> sent = new HashMap<>();

	private volatile @Nullable Throwable failure;

	BatchExchange(JsonRpcTransport transport, RpcMiddleware.Chain chain, ErrorMapping errors,
			List<JsonRpcRequest> requests) {
		this.transport = transport;
		this.chain = chain;
		this.errors = errors;
		requests.forEach((request) -> this.entries.add(new BatchEntry(this, request)));
		this.underWay = new AtomicInteger(requests.size());
	}

	Mono<BatchResult> result(ResultReader results) {
		// all at once, as each waits for the others
		return Flux.fromIterable(this.entries)
			.flatMapSequential((entry) -> entry.outcome(this.chain), Integer.MAX_VALUE)
			.collectList()
			.delayUntil((outcomes) -> this.ended.asMono())
			.flatMap((outcomes) -> result(outcomes, results))
			.doOnCancel(this.responses::dispose);
	}

	private Mono<BatchResult> result(List<BatchOutcome> outcomes, ResultReader results) {
		// what a middleware answers in spite of a failure is an answer
		boolean answered = outcomes.stream().anyMatch(BatchOutcome.Answered.class::isInstance);
		Throwable failure = answered ? null : failureOfAll();
		if (failure != null) {
			return Mono.error(failure);
		}
		Iterator<BatchEntry> entries = this.entries.iterator();
		List<BatchOutcome> all = outcomes.stream().map((outcome) -> entries.next().revise(outcome)).toList();
		return Mono.just(new DefaultBatchResult(requests(), all, List.copyOf(this.unlinked), results));
	}

	Flux<JsonRpcResponse> responses() {
		return Flux.fromIterable(this.entries)
			.flatMap((entry) -> entry.exchange(this.chain).onErrorComplete(BatchEntry.Unanswered.class),
					Integer.MAX_VALUE)
			.filter((response) -> response.id() != null)
			.concatWith(this.ended.asMono().thenMany(Flux.defer(this::rest)))
			.doOnCancel(this.responses::dispose);
	}

	private Flux<JsonRpcResponse> rest() {
		Throwable failure = failureOfAll();
		return (failure != null) ? Flux.error(failure)
				: Flux.concat(Flux.fromIterable(this.entries).flatMapIterable(BatchEntry::repeated),
						Flux.fromIterable(this.unlinked));
	}

	private List<JsonRpcRequest> requests() {
		return this.entries.stream().map(BatchEntry::request).toList();
	}

	/**
	 * An entry has arrived at the end of the chain, or will not any more.
	 */
	void arrived() {
		if (this.underWay.decrementAndGet() == 0) {
			List<BatchEntry> arrived = this.entries.stream().filter(BatchEntry::isWaiting).toList();
			if (arrived.isEmpty()) {
				this.ended.tryEmitEmpty();
			}
			else {
				send(arrived);
			}
		}
	}

	private void send(List<BatchEntry> arrived) {
		List<JsonRpcRequest> requests = new ArrayList<>();
		for (BatchEntry entry : arrived) {
			JsonRpcRequest request = entry.arrivedAs();
			requests.add(request);
			if (request.id() != null && this.sent.put(request.id(), entry) != null) {
				failed(new IllegalArgumentException("Two requests of the batch have the id " + request.id()));
				return;
			}
		}
		Flux<JsonRpcResponse> answers = this.transport.call(new JsonRpcBatch(requests));
		Duration timeout = timeout(arrived);
		this.responses.update(((timeout != null) ? answers.takeUntilOther(elapsed(timeout)) : answers)
			.contextWrite(arrived.get(0).context())
			.subscribe(this::received, this::failed, this::completed));
	}

	/**
	 * Return the longest that an entry wants to wait.
	 * @return the time, or {@code null} if one of them wants to wait for ever
	 */
	private static @Nullable Duration timeout(List<BatchEntry> arrived) {
		Duration longest = Duration.ZERO;
		for (BatchEntry entry : arrived) {
			Duration timeout = entry.timeout();
			if (timeout == null) {
				return null;
			}
			longest = (timeout.compareTo(longest) > 0) ? timeout : longest;
		}
		return longest;
	}

	private static Mono<Void> elapsed(Duration timeout) {
		return Mono.delay(timeout).then(Mono.error(() -> new RequestTimeoutException(timeout)));
	}

	private void received(JsonRpcResponse response) {
		BatchEntry entry = (response.id() != null) ? this.sent.get(response.id()) : null;
		if (entry != null) {
			entry.received(response);
		}
		else {
			this.unlinked.add(response);
		}
	}

	private void failed(Throwable exception) {
		this.failure = exception;
		this.ended.tryEmitEmpty();
		this.entries.forEach((entry) -> entry.failed(exception));
	}

	private void completed() {
		this.ended.tryEmitEmpty();
		this.entries.forEach(BatchEntry::completed);
	}

	/**
	 * Return what all entries have in common: the transport failed, or the server refused
	 * the batch as a whole.
	 */
	private @Nullable Throwable failureOfAll() {
		if (this.entries.stream().anyMatch(BatchEntry::isAnswered)) {
			return null;
		}
		Throwable failure = this.failure;
		JsonRpcRequest first = this.entries.get(0).request();
		if (failure != null) {
			return this.errors.described(failure, first);
		}
		JsonRpcResponse only = (this.unlinked.size() == 1) ? this.unlinked.peek() : null;
		return (only != null && only.error() != null && (only.id() == null || only.id().isNull()))
				? this.errors.exception(only.error(), first) : null;
	}

}
