package io.github.springjsonrpc.client;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/**
 * A call that goes out together with others.
 */
final class GatheredCall {

	private final JsonRpcRequest request;

	private final MonoSink<JsonRpcResponse> sink;

	private volatile boolean cancelled;

	GatheredCall(JsonRpcRequest request, MonoSink<JsonRpcResponse> sink) {
		this.request = request;
		this.sink = sink;
	}

	JsonRpcRequest request() {
		return this.request;
	}

	Context context() {
		return Context.of(this.sink.contextView());
	}

	void onCancel(Runnable task) {
		this.sink.onCancel(() -> {
			this.cancelled = true;
			task.run();
		});
	}

	boolean isCancelled() {
		return this.cancelled;
	}

	void received(JsonRpcResponse response) {
		this.sink.success(response);
	}

	void failed(Throwable exception) {
		this.sink.error(exception);
	}

}
