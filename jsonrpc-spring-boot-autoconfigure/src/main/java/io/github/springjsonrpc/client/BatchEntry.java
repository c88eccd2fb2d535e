package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/**
 * One entry of a batch, from the beginning of the chain to its outcome.
 */
final class BatchEntry implements TransportChain.RequestSink {

	private final BatchExchange batch;

	private final JsonRpcRequest request;

	private final AtomicBoolean arrived = new AtomicBoolean();

	private final List<JsonRpcResponse> responses = new CopyOnWriteArrayList<>();

	private volatile @Nullable Arrival arrival;

	BatchEntry(BatchExchange batch, JsonRpcRequest request) {
		this.batch = batch;
		this.request = request;
	}

	JsonRpcRequest request() {
		return this.request;
	}

	Mono<BatchOutcome> outcome(RpcMiddleware.Chain chain) {
		// one of which a middleware makes nothing keeps its place
		return exchange(chain).map(this::outcome)
			.defaultIfEmpty(this.request.isNotification() ? new BatchOutcome.Notified() : new BatchOutcome.Missing())
			.onErrorResume((ex) -> Mono.just(failure(ex)));
	}

	Mono<JsonRpcResponse> exchange(RpcMiddleware.Chain chain) {
		return chain.next(this.request.withAttribute(TransportChain.RequestSink.class, this))
			.doFinally((signal) -> arrive());
	}

	/**
	 * Look at an outcome again when no more responses can come.
	 */
	BatchOutcome revise(BatchOutcome outcome) {
		return (this.responses.size() > 1) ? new BatchOutcome.Duplicated(List.copyOf(this.responses)) : outcome;
	}

	private BatchOutcome outcome(JsonRpcResponse response) {
		return (this.request.isNotification() && !response.isError()) ? new BatchOutcome.Notified()
				: new BatchOutcome.Answered(response);
	}

	private static BatchOutcome failure(Throwable exception) {
		return (exception instanceof Unanswered) ? new BatchOutcome.Missing() : new BatchOutcome.Failed(exception);
	}

	@Override
	public boolean isOpen() {
		return !this.arrived.get();
	}

	@Override
	public Mono<JsonRpcResponse> take(JsonRpcRequest request, @Nullable Duration timeout) {
		return Mono.create((sink) -> {
			this.arrival = new Arrival(request, timeout, sink);
			arrive();
		});
	}

	private void arrive() {
		if (this.arrived.compareAndSet(false, true)) {
			this.batch.arrived();
		}
	}

	private Arrival arrival() {
		Arrival arrival = this.arrival;
		if (arrival == null) {
			throw new IllegalStateException("Not arrived");
		}
		return arrival;
	}

	boolean isWaiting() {
		return this.arrival != null;
	}

	JsonRpcRequest arrivedAs() {
		return arrival().request;
	}

	@Nullable Duration timeout() {
		return arrival().timeout;
	}

	Context context() {
		return Context.of(arrival().sink.contextView());
	}

	boolean isAnswered() {
		return !this.responses.isEmpty();
	}

	/**
	 * Return the responses but the first.
	 */
	List<JsonRpcResponse> repeated() {
		return (this.responses.size() > 1) ? this.responses.subList(1, this.responses.size()) : List.of();
	}

	void received(JsonRpcResponse response) {
		this.responses.add(response);
		if (this.responses.size() == 1) {
			arrival().sink.success(response);
		}
	}

	void failed(Throwable exception) {
		Arrival arrival = this.arrival;
		if (arrival != null) {
			arrival.sink.error(exception);
		}
	}

	void completed() {
		Arrival arrival = this.arrival;
		if (arrival != null && arrival.request.isNotification()) {
			arrival.sink.success(JsonRpcResponse.success(null, null));
		}
		else if (arrival != null) {
			arrival.sink.error(new Unanswered());
		}
	}

	private record Arrival(JsonRpcRequest request, @Nullable Duration timeout, MonoSink<JsonRpcResponse> sink) {

	}

	/**
	 * The server has answered others, but not this entry.
	 */
	static final class Unanswered extends EmptyResponseException {

		private static final long serialVersionUID = 1L;

	}

}
