package io.github.springjsonrpc.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ReactiveAdapter;
import org.springframework.core.ReactiveAdapterRegistry;

/**
 * Waits for what a method returned: reactive types and futures become the value they
 * carry, several values a list.
 */
final class ResultAdapter {

	private final int maxItems;

	ResultAdapter(int maxItems) {
		this.maxItems = maxItems;
	}

	/**
	 * Adapt a result.
	 * @param result what the method returned
	 * @return the value, empty for {@code null}
	 */
	Mono<Object> toMono(@Nullable Object result) {
		if (result == null) {
			return Mono.empty();
		}
		if (result instanceof Mono<?> mono) {
			return widen(mono);
		}
		if (result instanceof Publisher<?> publisher) {
			return collect(Flux.from(publisher));
		}
		if (result instanceof CompletableFuture<?> future) {
			return widen(Mono.fromFuture(future));
		}
		ReactiveAdapter adapter = ReactiveAdapterRegistry.getSharedInstance().getAdapter(null, result);
		if (adapter == null) {
			return Mono.just(result);
		}
		Publisher<?> publisher = adapter.toPublisher(result);
		return adapter.isMultiValue() ? collect(Flux.from(publisher)) : widen(Mono.from(publisher));
	}

	// any value is an object, and a Mono only ever gives; an operator would hide that a
	// value is there already
	@SuppressWarnings("unchecked")
	private static Mono<Object> widen(Mono<?> mono) {
		return (Mono<Object>) mono;
	}

	private Mono<Object> collect(Flux<?> items) {
		return items.take(this.maxItems + 1L).collectList().handle((list, sink) -> {
			if (list.size() > this.maxItems) {
				sink.error(tooMany());
			}
			else {
				sink.next(list);
			}
		});
	}

	private JsonRpcException tooMany() {
		return new JsonRpcException(
				JsonRpcErrorCode.RESPONSE_TOO_LARGE.error().withData(Map.of("maxItems", this.maxItems)), null);
	}

}
