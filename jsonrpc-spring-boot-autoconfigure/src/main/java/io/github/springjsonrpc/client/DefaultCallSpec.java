package io.github.springjsonrpc.client;

import java.lang.reflect.Type;
import java.util.function.Consumer;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A call to be made. Each subscription makes it anew.
 */
final class DefaultCallSpec extends AbstractRequestSpec<JsonRpcClient.CallSpec> implements JsonRpcClient.CallSpec {

	DefaultCallSpec(DefaultJsonRpcClient client, JsonRpcRequest template) {
		super(client, template);
	}

	@Override
	JsonRpcClient.CallSpec with(JsonRpcRequest template) {
		return new DefaultCallSpec(this.client, template);
	}

	@Override
	public <T> Mono<T> retrieve(Class<T> type) {
		return read(type);
	}

	@Override
	public <T> Mono<T> retrieve(ParameterizedTypeReference<T> type) {
		return read(type.getType());
	}

	@Override
	public Mono<Object> retrieve(Type type) {
		return read(type);
	}

	private <T> Mono<T> read(Type type) {
		return Mono.defer(() -> {
			JsonRpcRequest request = toRequest();
			return this.client.exchange(request)
				.handle((response, sink) -> emit(this.client.results().read(response, request, type), sink));
		});
	}

	@Override
	public <T> Flux<T> retrieveFlux(Class<T> type) {
		return Flux.defer(() -> {
			JsonRpcRequest request = toRequest();
			ResultReader results = this.client.results();
			return this.client.exchange(request)
				.flatMapIterable((response) -> results.elements(response, request))
				.handle((element, sink) -> emit(results.decode(element, request, type), sink));
		});
	}

	@Override
	public <T> @Nullable T block(Class<T> type) {
		return Blocking.get(retrieve(type));
	}

	@Override
	public <T> @Nullable T block(ParameterizedTypeReference<T> type) {
		return Blocking.get(retrieve(type));
	}

	@Override
	public JsonRpcClient.CallSpec onGap(Consumer<? super SubscriptionGap> listener) {
		return with(options().onGap(listener).on(this.template));
	}

	@Override
	public <T> Flux<T> subscribe(Class<T> type, String unsubscribe) {
		return items(type, unsubscribe);
	}

	@Override
	public Flux<Object> subscribe(Type type, String unsubscribe) {
		return items(type, unsubscribe);
	}

	private <T> Flux<T> items(Type type, String unsubscribe) {
		return Flux.defer(() -> {
			JsonRpcRequest request = toRequest();
			return this.client.subscription(request, unsubscribe)
				.items()
				.handle((item, sink) -> emit(this.client.results().decode(item, request, type), sink));
		});
	}

	// the codec returns what the type says
	@SuppressWarnings("unchecked")
	private static <T> void emit(@Nullable Object value, SynchronousSink<T> sink) {
		if (value != null) {
			sink.next((T) value);
		}
	}

	@Override
	public Mono<JsonRpcResponse> exchange() {
		return Mono.defer(() -> this.client.exchange(toRequest()));
	}

}
