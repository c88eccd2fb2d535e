package io.github.springjsonrpc.connection;

import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * One subscription to what the other side publishes, from the request on. Everything but
 * {@link #cancel} is called by the thread that reads the connection, one at a time, so
 * that the id is known here before the first item is looked at.
 */
final class IncomingSubscription implements PendingCalls.Reply {

	private final IncomingSubscriptions subscriptions;

	private final JsonRpcRequest request;

	private final String unsubscribe;

	private final Sinks.Many<JsonValue> sink;

	private boolean cancelled;

	private @Nullable JsonValue id;

	IncomingSubscription(IncomingSubscriptions subscriptions, JsonRpcRequest request, String unsubscribe, int buffer) {
		this.subscriptions = subscriptions;
		this.request = request;
		this.unsubscribe = unsubscribe;
		this.sink = Sinks.unsafe().many().unicast().onBackpressureBuffer(Queues.<JsonValue>get(buffer).get());
	}

	Flux<JsonValue> open() {
		DefaultJsonRpcConnection connection = this.subscriptions.connection();
		JsonRpcId requestId = this.request.id();
		if (requestId == null) {
			return Flux.error(new IllegalArgumentException("A notification can't subscribe"));
		}
		if (connection.pending().add(requestId, this)) {
			try {
				connection.write(this.request);
			}
			catch (RuntimeException ex) {
				if (connection.pending().remove(requestId, this)) {
					failed(ex);
				}
			}
		}
		return this.sink.asFlux().doOnCancel(this::cancel);
	}

	@Override
	public void received(JsonRpcResponse response) {
		if (response.error() != null) {
			failed(new JsonRpcException(response.error(), null));
		}
		else if (response.result() instanceof JsonValue id) {
			opened(id);
		}
		else {
			failed(new InvalidResponseException("The subscription has no id"));
		}
	}

	@Override
	public void refused(List<JsonRpcResponse> errors) {
		JsonRpcId requestId = this.request.id();
		if (requestId != null && this.subscriptions.connection().pending().remove(requestId, this)) {
			received(errors.get(0));
		}
	}

	private void opened(JsonValue id) {
		boolean unwanted;
		synchronized (this) {
			unwanted = this.cancelled;
			this.id = id;
			if (!unwanted) {
				// before one who cancels can forget it
				this.subscriptions.add(id.toString(), this);
			}
		}
		if (unwanted) {
			this.subscriptions.unsubscribe(this.unsubscribe, id);
		}
		else {
			SubscriptionListener listener = listener();
			if (listener != null) {
				listener.opened();
			}
		}
	}

	private @Nullable SubscriptionListener listener() {
		return this.request.attribute(SubscriptionListener.class);
	}

	void dropped(long items) {
		SubscriptionListener listener = listener();
		if (listener != null) {
			listener.dropped(items);
		}
	}

	void next(JsonValue item) {
		if (this.sink.tryEmitNext(item) == Sinks.EmitResult.FAIL_OVERFLOW) {
			cancel();
			failed(Exceptions.failWithOverflow("The subscriber does not keep up"));
		}
	}

	void completed() {
		forget();
		this.sink.tryEmitComplete();
	}

	@Override
	public void failed(Throwable exception) {
		forget();
		this.sink.tryEmitError(exception);
	}

	private void forget() {
		JsonValue id = this.id;
		if (id != null) {
			this.subscriptions.remove(id.toString());
		}
	}

	/**
	 * Tell the other side to stop; where the answer has not come yet, when it does.
	 */
	private void cancel() {
		JsonValue id;
		synchronized (this) {
			this.cancelled = true;
			id = this.id;
		}
		if (id != null) {
			forget();
			this.subscriptions.unsubscribe(this.unsubscribe, id);
		}
		else if (this.request.id() != null) {
			this.subscriptions.connection().sender().cancel(this.request.id());
		}
	}

}
