package io.github.springjsonrpc.autoconfigure.reactive;

import java.util.List;

import io.github.springjsonrpc.server.webflux.JsonRpcWebSocketEndpoint;
import reactor.core.publisher.Flux;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * Ends the connections before the HTTP server shuts down gracefully: it would wait for
 * them for as long as it may.
 */
final class WebSocketLifecycle implements SmartLifecycle {

	private static final int PHASE = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE + 512;

	private final List<JsonRpcWebSocketEndpoint> endpoints;

	private volatile boolean running;

	WebSocketLifecycle(List<JsonRpcWebSocketEndpoint> endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public void start() {
		this.endpoints.forEach(JsonRpcWebSocketEndpoint::start);
		this.running = true;
	}

	@Override
	public void stop() {
		stop(() -> {
			// nobody waits
		});
	}

	@Override
	public void stop(Runnable callback) {
		this.running = false;
		Flux.fromIterable(this.endpoints)
			.flatMapDelayError(JsonRpcWebSocketEndpoint::stop, Integer.MAX_VALUE, 1)
			.doFinally((end) -> callback.run())
			.subscribe();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// like the HTTP server
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
