package io.github.springjsonrpc.autoconfigure.client;

import io.github.springjsonrpc.client.DefaultJsonRpcClientFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.http.client.ReactorResourceFactory;

/**
 * Closes the clients over WebSocket while their threads still run: when their beans are
 * destroyed, Netty has ended already, and servers would find the connections broken. It
 * comes after all that may still want to call.
 */
final class WebSocketClientsLifecycle implements SmartLifecycle {

	// just before that of ReactorResourceFactory
	private static final int PHASE = new ReactorResourceFactory().getPhase() + 1;

	private final DefaultJsonRpcClientFactory factory;

	private volatile boolean running;

	WebSocketClientsLifecycle(DefaultJsonRpcClientFactory factory) {
		this.factory = factory;
	}

	@Override
	public void start() {
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
		this.factory.closeWebSockets().doFinally((end) -> callback.run()).subscribe(null, (ex) -> {
			// a connection that broke is closed as well
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// like Netty's threads
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
