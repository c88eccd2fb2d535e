package io.github.springjsonrpc.client;

import java.time.Duration;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * A subscription that is resumed on the next connection when its own is lost.
 */
final class ResumingSubscription {

	private final OpeningSubscription subscription;

	private final Mono<JsonRpcConnection> connection;

	private final Mono<JsonRpcConnection> nextConnection;

	private volatile boolean opened;

	private volatile @Nullable Throwable cause;

	private volatile long lostAt;

	ResumingSubscription(OpeningSubscription subscription, Mono<JsonRpcConnection> connection,
			Mono<JsonRpcConnection> nextConnection) {
		this.subscription = subscription;
		this.connection = connection;
		this.nextConnection = nextConnection;
	}

	Flux<JsonValue> items() {
		return Mono.defer(() -> this.opened ? this.nextConnection : this.connection)
			.flatMapMany((connection) -> this.subscription.over(connection, this::opened))
			.retryWhen(Retry.from((failures) -> failures.handle((failure, sink) -> {
				if (isLoss(failure.failure())) {
					lost(failure.failure());
					sink.next(true);
				}
				else {
					sink.error(failure.failure());
				}
			})));
	}

	// one that was never there has not been lost: whoever subscribes is told of it
	private boolean isLoss(Throwable failure) {
		return this.opened && failure instanceof TransportException loss && loss.mayHaveRun();
	}

	private void lost(Throwable failure) {
		if (this.cause == null) {
			this.cause = failure;
			this.lostAt = System.nanoTime();
		}
	}

	private void opened() {
		this.opened = true;
		Throwable cause = this.cause;
		if (cause != null) {
			this.cause = null;
			this.subscription.tell(SubscriptionGap.lost(Duration.ofNanos(System.nanoTime() - this.lostAt), cause));
		}
	}

}
