package io.github.springjsonrpc.client;

import java.time.Duration;
import java.util.List;

import io.github.springjsonrpc.connection.ConnectionListener;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Makes a connection anew when it has been lost, for as long as it takes.
 */
final class Reconnection {

	private static final Log logger = LogFactory.getLog(WebSocketTransport.class);

	private final ReconnectPolicy policy;

	private final Mono<JsonRpcConnection> connection;

	private final List<ConnectionListener> listeners;

	private final Disposable.Swap attempt = Disposables.swap();

	private int failures;

	private long connectedAt;

	Reconnection(ReconnectPolicy policy, Mono<JsonRpcConnection> connection, List<ConnectionListener> listeners) {
		this.policy = policy;
		this.connection = connection;
		this.listeners = List.copyOf(listeners);
	}

	synchronized void connected() {
		this.connectedAt = System.nanoTime();
	}

	/**
	 * The connection is gone. One that did not last is as good as a failed attempt.
	 */
	synchronized void lost() {
		Duration lasted = Duration.ofNanos(System.nanoTime() - this.connectedAt);
		if (lasted.compareTo(this.policy.maxBackoff()) > 0) {
			this.failures = 0;
		}
		schedule(null);
	}

	private synchronized void schedule(@Nullable Throwable failure) {
		if (this.attempt.isDisposed()) {
			return;
		}
		Duration delay = this.policy.delay(this.failures++);
		logger.debug("Reconnecting in " + delay, failure);
		tell(this.failures, delay, failure);
		this.attempt.update(Mono.delay(delay).then(this.connection).subscribe((connection) -> {
			// in use from now on
		}, this::schedule));
	}

	private void tell(int attempt, Duration delay, @Nullable Throwable failure) {
		for (ConnectionListener listener : this.listeners) {
			if (listener instanceof ClientConnectionListener client) {
				try {
					client.reconnecting(attempt, delay, failure);
				}
				catch (RuntimeException ex) {
					logger.error(listener + " failed", ex);
				}
			}
		}
	}

	void stop() {
		this.attempt.dispose();
	}

}
