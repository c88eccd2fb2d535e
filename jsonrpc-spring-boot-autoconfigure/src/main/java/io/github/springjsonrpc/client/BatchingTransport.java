package io.github.springjsonrpc.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts calls that are made shortly after one another into one batch, each of which
 * completes on its own. Calls with different headers are in different batches. What is a
 * batch already, notifications and subscriptions go their own way.
 */
final class BatchingTransport implements JsonRpcTransport {

	private final JsonRpcTransport transport;

	private final AutoBatching batching;

	private final Map<Map<String, List<String>>, GatheredCalls> gathering = new HashMap<>();

	BatchingTransport(JsonRpcTransport transport, AutoBatching batching) {
		this.transport = transport;
		this.batching = batching;
	}

	@Override
	public String endpoint() {
		return this.transport.endpoint();
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		return Mono.create((sink) -> gather(CallOptions.of(request).headers(), new GatheredCall(request, sink))
			.forEach(GatheredCalls::send));
	}

	/**
	 * Add a call to those that wait.
	 * @return what is to be sent now
	 */
	private synchronized List<GatheredCalls> gather(Map<String, List<String>> headers, GatheredCall call) {
		List<GatheredCalls> ready = new ArrayList<>(1);
		GatheredCalls calls = this.gathering.get(headers);
		if (calls != null && calls.hasIdOf(call)) {
			ready.add(calls);
			calls = null;
		}
		if (calls == null) {
			calls = new GatheredCalls(this.transport);
			this.gathering.put(headers, calls);
			calls.sendAfter(this.batching.window(), elapsed(headers, calls));
		}
		calls.add(call);
		if (calls.size() >= this.batching.maxSize()) {
			this.gathering.remove(headers);
			ready.add(calls);
		}
		return ready;
	}

	private Runnable elapsed(Map<String, List<String>> headers, GatheredCalls calls) {
		return () -> {
			if (remove(headers, calls)) {
				calls.send();
			}
		};
	}

	private synchronized boolean remove(Map<String, List<String>> headers, GatheredCalls calls) {
		return this.gathering.remove(headers, calls);
	}

	@Override
	public Flux<JsonRpcResponse> call(JsonRpcBatch batch) {
		return this.transport.call(batch);
	}

	@Override
	public Mono<Void> send(JsonRpcRequest notification) {
		return this.transport.send(notification);
	}

	@Override
	public Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe) {
		return this.transport.subscribe(request, unsubscribe);
	}

	@Override
	public void close() {
		this.transport.close();
	}

}
