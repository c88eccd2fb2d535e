package io.github.springjsonrpc.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * The end of a connection, which comes once, whoever wants it first: this side, the other
 * one, or the network.
 */
final class ConnectionEnd {

	/**
	 * How long notifications of a peer that said good-bye may go on.
	 */
	static final Duration GRACE = Duration.ofSeconds(5);

	// how long the close frame may take to get out
	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

	// the same at a shutdown, which has to wait for it
	private static final Duration HASTE = Duration.ofMillis(500);

	private static final Set<Integer> GOODBYES = Set.of(CloseStatus.NORMAL.getCode(), CloseStatus.GOING_AWAY.getCode(),
			CloseStatus.NO_STATUS_CODE.getCode());

	private final WebSocketSession session;

	private final Runnable abort;

	private final Listener listener;

	private final AtomicReference<@Nullable CloseStatus> status = new AtomicReference<>();

	private final Sinks.One<CloseStatus> signal = Sinks.one();

	private final Sinks.Empty<Void> farewell = Sinks.empty();

	private final Disposable.Swap drainTimer = Disposables.swap();

	private final Disposable.Swap abortTimer = Disposables.swap();

	private volatile @Nullable CloseStatus peerStatus;

	private volatile @Nullable CloseStatus draining;

	ConnectionEnd(WebSocketSession session, Runnable abort, Listener listener) {
		this.session = session;
		this.abort = abort;
		this.listener = listener;
	}

	/**
	 * Learn what the other side says when it closes the connection.
	 */
	void watch() {
		this.session.closeStatus().subscribe((status) -> this.peerStatus = status, (ex) -> {
			// the one who reads is told
		});
	}

	boolean hasCome() {
		return this.status.get() != null;
	}

	boolean isDraining() {
		return this.draining != null;
	}

	Mono<CloseStatus> signal() {
		return this.signal.asMono();
	}

	/**
	 * Return a signal that comes when nothing more is said to the other side.
	 */
	Mono<Void> farewell() {
		return this.farewell.asMono();
	}

	/**
	 * Return what to tell those who come too late.
	 */
	ConnectionClosedException exception() {
		CloseStatus status = this.status.get();
		return new ConnectionClosedException((status != null) ? status : CloseStatus.NO_CLOSE_FRAME);
	}

	/**
	 * Close the connection from this side.
	 */
	void close(CloseStatus status) {
		if (this.status.compareAndSet(null, status)) {
			this.drainTimer.dispose();
			abortLater();
			sayGoodbye(status);
			finish(status, false);
		}
	}

	private void sayGoodbye(CloseStatus status) {
		try {
			// a session that is answering a good-bye already takes this one for sent,
			// whether the other side reads or not
			this.session.close(CloseFrame.fit(status)).subscribe(null, (ex) -> abort(), this::saidGoodbye);
		}
		catch (Throwable ex) {
			// Netty throws what it can't signal, as its threads have ended
			abort();
		}
	}

	private void saidGoodbye() {
		abortLater();
		this.farewell.tryEmitEmpty();
	}

	// too late for most: it does nothing to a socket that is closed
	private void abortLater() {
		this.abortTimer.update(later(isDraining() ? HASTE : CLOSE_TIMEOUT, this::abort));
	}

	private void abort() {
		this.abortTimer.dispose();
		this.abort.run();
		this.farewell.tryEmitEmpty();
	}

	/**
	 * Close the connection when everything has been sent, or when the time is up.
	 */
	void drain(CloseStatus status, Duration timeout) {
		this.draining = status;
		this.drainTimer.update(later(timeout, () -> close(status)));
	}

	/**
	 * Everything has been sent.
	 */
	void sent() {
		CloseStatus status = this.draining;
		if (status != null) {
			close(status);
		}
	}

	/**
	 * The other side has closed the connection, or it has gone.
	 */
	void gone() {
		CloseStatus told = this.peerStatus;
		CloseStatus status = (told != null) ? told : CloseStatus.NO_CLOSE_FRAME;
		if (this.status.compareAndSet(null, status)) {
			this.drainTimer.dispose();
			finish(status, told != null && GOODBYES.contains(told.getCode()));
			this.farewell.tryEmitEmpty();
		}
	}

	/**
	 * Reading or writing has failed.
	 */
	void failed(Throwable exception) {
		if (this.session.isOpen() && !(exception instanceof IOException)) {
			close(CloseFrame.statusFor(exception));
		}
		else {
			gone();
		}
	}

	private void finish(CloseStatus status, boolean goodbye) {
		this.listener.ended(status, goodbye);
		this.signal.tryEmitValue(status);
	}

	static Disposable later(Duration delay, Runnable task) {
		return Schedulers.parallel().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
	}

	/**
	 * Told of the end.
	 */
	@FunctionalInterface
	interface Listener {

		/**
		 * The end has come.
		 * @param status the reason
		 * @param goodbye whether it is an orderly one, of the other side's wish
		 */
		void ended(CloseStatus status, boolean goodbye);

	}

}
