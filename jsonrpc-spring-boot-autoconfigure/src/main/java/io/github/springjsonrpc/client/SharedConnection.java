package io.github.springjsonrpc.client;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The one connection for all: whoever needs it when there is none makes it, and those who
 * come meanwhile wait for the same attempt.
 */
final class SharedConnection {

	private final Mono<JsonRpcConnection> connect;

	private volatile @Nullable JsonRpcConnection current;

	private @Nullable Mono<JsonRpcConnection> attempt;

	SharedConnection(Mono<JsonRpcConnection> connect) {
		this.connect = connect;
	}

	/**
	 * Return the connection if there is one.
	 */
	@Nullable JsonRpcConnection open() {
		JsonRpcConnection current = this.current;
		return (current != null && current.isOpen()) ? current : null;
	}

	Mono<JsonRpcConnection> get() {
		return Mono.defer(() -> {
			JsonRpcConnection open = open();
			return (open != null) ? Mono.just(open) : attempt();
		});
	}

	private synchronized Mono<JsonRpcConnection> attempt() {
		JsonRpcConnection made = open();
		if (made != null) {
			// by an attempt that ended just now
			return Mono.just(made);
		}
		Mono<JsonRpcConnection> attempt = this.attempt;
		if (attempt == null) {
			attempt = this.connect.doOnNext((connection) -> this.current = connection)
				.doOnTerminate(this::attempted)
				.share();
			this.attempt = attempt;
		}
		return attempt;
	}

	private synchronized void attempted() {
		this.attempt = null;
	}

}
