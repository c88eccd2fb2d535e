package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.function.Consumer;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.SubscriptionListener;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonValue;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Opens a subscription within its timeout; for its items there is none.
 *
 * @param request the request that subscribes
 * @param unsubscribe the method that ends the subscription
 */
record OpeningSubscription(JsonRpcRequest request, String unsubscribe) {

	private static final Log logger = LogFactory.getLog(JsonRpcClient.class);

	/**
	 * Subscribe.
	 * @param connection the connection
	 * @param onOpen called when the other side has accepted
	 */
	Flux<JsonValue> over(JsonRpcConnection connection, Runnable onOpen) {
		return Flux.defer(() -> {
			Sinks.Empty<Void> opened = Sinks.empty();
			Flux<JsonValue> items = connection.subscribe(
					this.request.withAttribute(SubscriptionListener.class, listener(opened, onOpen)), this.unsubscribe);
			return within(items, opened.asMono());
		}).onErrorMap(ConnectionFailure::of);
	}

	private SubscriptionListener listener(Sinks.Empty<Void> opened, Runnable onOpen) {
		return new SubscriptionListener() {

			@Override
			public void opened() {
				opened.tryEmitEmpty();
				onOpen.run();
			}

			@Override
			public void dropped(long items) {
				tell(SubscriptionGap.dropped(items));
			}

		};
	}

	/**
	 * Tell the subscriber of a gap, if it wants to know.
	 */
	void tell(SubscriptionGap gap) {
		Consumer<? super SubscriptionGap> onGap = CallOptions.of(this.request).onGap();
		try {
			if (onGap != null) {
				onGap.accept(gap);
			}
		}
		catch (RuntimeException ex) {
			logger.error(onGap + " failed", ex);
		}
	}

	private Flux<JsonValue> within(Flux<JsonValue> items, Mono<Void> opened) {
		Duration timeout = CallOptions.of(this.request).timeout();
		return (timeout == null) ? items : items.takeUntilOther(
				opened.timeout(timeout, Mono.error(() -> new RequestTimeoutException(timeout))).then(Mono.never()));
	}

}
