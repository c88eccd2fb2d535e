package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Calls that go out together. Filled under the lock of the one who gathers, and sent
 * once, outside of it.
 */
final class GatheredCalls {

	private final JsonRpcTransport transport;

	private final Map<JsonRpcId, GatheredCall> calls = new LinkedHashMap<>();

	private final AtomicInteger waiting = new AtomicInteger();

	private final Disposable.Swap timer = Disposables.swap();

	private volatile @Nullable Disposable exchange;

	GatheredCalls(JsonRpcTransport transport) {
		this.transport = transport;
	}

	void sendAfter(Duration window, Runnable send) {
		this.timer.update(Mono.delay(window).subscribe((elapsed) -> send.run()));
	}

	boolean hasIdOf(GatheredCall call) {
		return this.calls.containsKey(call.request().id());
	}

	void add(GatheredCall call) {
		this.calls.put(call.request().id(), call);
		this.waiting.incrementAndGet();
		call.onCancel(this::cancelled);
	}

	int size() {
		return this.calls.size();
	}

	/**
	 * A caller does not wait any more. The exchange is given up when none does.
	 */
	private void cancelled() {
		Disposable exchange = this.exchange;
		if (this.waiting.decrementAndGet() == 0 && exchange != null) {
			exchange.dispose();
		}
	}

	void send() {
		this.timer.dispose();
		List<GatheredCall> wanted = this.calls.values().stream().filter((call) -> !call.isCancelled()).toList();
		if (wanted.isEmpty()) {
			return;
		}
		GatheredCall first = wanted.get(0);
		Flux<JsonRpcResponse> responses = (wanted.size() == 1) ? this.transport.call(first.request()).flux()
				: this.transport.call(new JsonRpcBatch(wanted.stream().map(GatheredCall::request).toList()));
		Disposable exchange = responses.contextWrite(first.context())
			.subscribe(this::received, this::failed, this::completed);
		this.exchange = exchange;
		if (this.waiting.get() == 0) {
			exchange.dispose();
		}
	}

	private void received(JsonRpcResponse response) {
		GatheredCall call = (response.id() != null) ? this.calls.get(response.id()) : null;
		if (call != null) {
			call.received(response);
		}
		else if (response.isError() && isNull(response.id())) {
			// about the batch as a whole, or about one that nobody can tell
			this.calls.values().forEach((other) -> other.received(response.withId(other.request().id())));
		}
	}

	private static boolean isNull(@Nullable JsonRpcId id) {
		return id == null || id.isNull();
	}

	private void failed(Throwable exception) {
		this.calls.values().forEach((call) -> call.failed(exception));
	}

	private void completed() {
		this.calls.values().forEach((call) -> call.failed(new EmptyResponseException()));
	}

}
