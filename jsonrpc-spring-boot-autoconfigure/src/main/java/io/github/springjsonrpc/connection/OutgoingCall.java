package io.github.springjsonrpc.connection;

import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * A call of the other side's method, made when it is subscribed to.
 */
final class OutgoingCall extends Mono<JsonRpcResponse> {

	private final DefaultJsonRpcConnection connection;

	private final JsonRpcRequest request;

	private final JsonRpcId id;

	OutgoingCall(DefaultJsonRpcConnection connection, JsonRpcRequest request, JsonRpcId id) {
		this.connection = connection;
		this.request = request;
		this.id = id;
	}

	@Override
	public void subscribe(CoreSubscriber<? super JsonRpcResponse> actual) {
		Waiting waiting = new Waiting(actual, this);
		actual.onSubscribe(waiting);
		if (this.connection.pending().add(this.id, waiting)) {
			waiting.send();
		}
	}

	private static final class Waiting extends Operators.MonoSubscriber<JsonRpcResponse, JsonRpcResponse>
			implements PendingCalls.Reply {

		private final OutgoingCall call;

		Waiting(CoreSubscriber<? super JsonRpcResponse> actual, OutgoingCall call) {
			super(actual);
			this.call = call;
		}

		void send() {
			if (isCancelled()) {
				// by somebody who did not find it among those that wait yet
				this.call.connection.pending().remove(this.call.id, this);
				return;
			}
			try {
				this.call.connection.write(this.call.request);
			}
			catch (RuntimeException ex) {
				if (this.call.connection.pending().remove(this.call.id, this)) {
					failed(ex);
				}
			}
		}

		@Override
		public void received(JsonRpcResponse response) {
			complete(response);
		}

		@Override
		public void refused(List<JsonRpcResponse> errors) {
			if (this.call.connection.pending().remove(this.call.id, this)) {
				received(errors.get(0));
			}
		}

		@Override
		public void failed(Throwable exception) {
			if (!isCancelled()) {
				this.actual.onError(exception);
			}
		}

		@Override
		public void cancel() {
			super.cancel();
			if (this.call.connection.pending().remove(this.call.id, this)) {
				this.call.connection.sender().cancel(this.call.id);
			}
		}

	}

}
