package io.github.springjsonrpc.connection;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * A batch that has been sent and waits for its responses.
 */
final class OutgoingBatch {

	private final DefaultJsonRpcConnection connection;

	private final JsonRpcBatch batch;

	private final FluxSink<JsonRpcResponse> sink;

	private final AtomicInteger missing = new AtomicInteger();

	OutgoingBatch(DefaultJsonRpcConnection connection, JsonRpcBatch batch, FluxSink<JsonRpcResponse> sink) {
		this.connection = connection;
		this.batch = batch;
		this.sink = sink;
	}

	void send() {
		this.sink.onCancel(this::cancel);
		this.missing.incrementAndGet();
		try {
			for (JsonRpcMessage entry : this.batch.messages()) {
				if (entry instanceof JsonRpcRequest request && request.id() != null && !expect(request.id())) {
					forget();
					return;
				}
			}
			this.connection.write(this.batch);
		}
		catch (RuntimeException ex) {
			forget();
			this.sink.error(ex);
		}
		received();
		if (this.sink.isCancelled()) {
			cancel();
		}
	}

	private boolean expect(JsonRpcId id) {
		this.missing.incrementAndGet();
		return this.connection.pending().add(id, new Entry(id));
	}

	private void received() {
		if (this.missing.decrementAndGet() == 0) {
			this.sink.complete();
		}
	}

	private void forget() {
		for (JsonRpcMessage entry : this.batch.messages()) {
			if (entry instanceof JsonRpcRequest request && request.id() != null) {
				this.connection.pending().remove(request.id(), new Entry(request.id()));
			}
		}
	}

	private void cancel() {
		for (JsonRpcMessage entry : this.batch.messages()) {
			if (entry instanceof JsonRpcRequest request && request.id() != null
					&& this.connection.pending().remove(request.id(), new Entry(request.id()))) {
				this.connection.sender().cancel(request.id());
			}
		}
	}

	/**
	 * Waits for the response to one entry.
	 */
	private final class Entry implements PendingCalls.Reply {

		private final JsonRpcId id;

		Entry(JsonRpcId id) {
			this.id = id;
		}

		@Override
		public void received(JsonRpcResponse response) {
			OutgoingBatch.this.sink.next(response);
			OutgoingBatch.this.received();
		}

		@Override
		public void failed(Throwable exception) {
			forget();
			OutgoingBatch.this.sink.error(exception);
		}

		@Override
		public void refused(List<JsonRpcResponse> errors) {
			forget();
			errors.forEach(OutgoingBatch.this.sink::next);
			OutgoingBatch.this.sink.complete();
		}

		@Override
		public Object exchange() {
			return OutgoingBatch.this;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Entry that && exchange() == that.exchange() && this.id.equals(that.id);
		}

		@Override
		public int hashCode() {
			return this.id.hashCode();
		}

	}

}
