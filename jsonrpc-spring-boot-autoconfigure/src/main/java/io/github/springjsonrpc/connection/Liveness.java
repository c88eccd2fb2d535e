package io.github.springjsonrpc.connection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.web.reactive.socket.CloseStatus;

/**
 * Finds out whether the other side is still there: pings when nothing has come for a
 * while, and closes the connection when nothing comes back, or when nothing is read.
 */
final class Liveness {

	private final DefaultJsonRpcConnection connection;

	private final ConnectionSettings settings;

	// a timer, not a worker: it never does more than write a frame
	private final Scheduler timer = Schedulers.parallel();

	private final Disposable.Composite timers = Disposables.composite();

	private final Disposable.Swap pong = Disposables.swap();

	private final Disposable.Swap stall = Disposables.swap();

	private volatile boolean heard;

	private volatile boolean answered;

	private volatile boolean pinged;

	Liveness(DefaultJsonRpcConnection connection, ConnectionSettings settings) {
		this.connection = connection;
		this.settings = settings;
		this.timers.add(this.pong);
		this.timers.add(this.stall);
	}

	void start() {
		Duration interval = this.settings.pingInterval();
		if (interval != null) {
			this.timers.add(this.timer.schedulePeriodically(this::tick, interval.toMillis(), interval.toMillis(),
					TimeUnit.MILLISECONDS));
		}
	}

	void stop() {
		this.timers.dispose();
	}

	/**
	 * Something came in.
	 */
	void heard() {
		this.heard = true;
		this.answered = true;
	}

	private void tick() {
		boolean silent = !this.heard;
		this.heard = false;
		// what is not read can't be heard
		if (silent && (!this.pinged || this.answered) && this.connection.isReading()) {
			this.pinged = true;
			this.answered = false;
			this.connection.sender().ping();
			this.pong.replace(after(this.settings.pongTimeout(), this::expectPong));
		}
	}

	private void expectPong() {
		this.pinged = false;
		if (!this.answered && this.connection.isReading()) {
			this.connection.close(CloseStatus.SERVER_ERROR.withReason("No pong within " + this.settings.pongTimeout()));
		}
	}

	/**
	 * Messages pile up; see whether the other side reads any of them.
	 * @param written how many have been written so far
	 */
	void expectProgress(long written) {
		this.stall.replace(after(this.settings.writeTimeout(), () -> this.connection.checkProgress(written)));
	}

	void progress() {
		this.stall.replace(null);
	}

	private @Nullable Disposable after(Duration delay, Runnable task) {
		return this.timer.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
	}

}
