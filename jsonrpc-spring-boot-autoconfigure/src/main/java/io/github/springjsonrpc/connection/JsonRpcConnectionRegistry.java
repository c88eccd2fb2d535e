package io.github.springjsonrpc.connection;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.CloseStatus;

/**
 * The open connections of a server. Thread-safe.
 */
public final class JsonRpcConnectionRegistry {

	private final Map<String, JsonRpcConnection> connections = new ConcurrentHashMap<>();

	private volatile @Nullable Draining draining;

	void add(JsonRpcConnection connection) {
		this.connections.put(connection.id(), connection);
	}

	/**
	 * Let a connection have the same end as the others. To be called after {@link #add},
	 * so that it is seen either here or there.
	 */
	void drainIfDraining(JsonRpcConnection connection) {
		Draining draining = this.draining;
		if (draining != null) {
			draining.drain(connection).subscribe();
		}
	}

	void remove(JsonRpcConnection connection) {
		this.connections.remove(connection.id(), connection);
	}

	/**
	 * Return the connections.
	 * @return a live, unmodifiable view
	 */
	public Collection<JsonRpcConnection> all() {
		return Collections.unmodifiableCollection(this.connections.values());
	}

	/**
	 * Find a connection.
	 * @param id the id of the connection
	 * @return the connection, or {@code null} if it is not open
	 */
	public @Nullable JsonRpcConnection find(String id) {
		return this.connections.get(id);
	}

	/**
	 * Send a notification to all. A connection that ends meanwhile is left out.
	 * @param notification the notification
	 * @return completes when it is on its way to all of them
	 */
	public Mono<Void> broadcast(JsonRpcRequest notification) {
		return Flux.fromIterable(all())
			.flatMap((connection) -> connection.send(notification).onErrorComplete(ConnectionClosedException.class))
			.then();
	}

	/**
	 * Close all connections when what they are doing is done, and those to come too.
	 * @param status the reason for the other sides
	 * @param timeout how long to wait for calls that run
	 * @return completes when all that are open now have ended
	 */
	public Mono<Void> drain(CloseStatus status, Duration timeout) {
		Draining draining = new Draining(status, timeout);
		return Flux.defer(() -> {
			this.draining = draining;
			return Flux.fromIterable(all());
		}).flatMap(draining::drain, Integer.MAX_VALUE).then();
	}

	/**
	 * Let connections stay open again after {@link #drain}.
	 */
	public void admit() {
		this.draining = null;
	}

	private record Draining(CloseStatus status, Duration timeout) {

		Mono<Void> drain(JsonRpcConnection connection) {
			return connection.drain(this.status, this.timeout);
		}

	}

}
