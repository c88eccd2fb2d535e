package io.github.springjsonrpc.connection;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.codec.MessageEncoder;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * The {@link JsonRpcConnection}: puts the parts together, and tells each what happens to
 * the others.
 */
final class DefaultJsonRpcConnection implements JsonRpcConnection, Outbound.Listener, ConnectionEnd.Listener {

	private static final Log logger = LogFactory.getLog(JsonRpcConnection.class);

	private final WebSocketSession session;

	private final JsonRpcWebSocketHandler handler;

	private final Context context;

	private final ConnectionEnd end;

	private final Outbound outbound;

	private final Sender sender;

	private final Inbound inbound = new Inbound(this);

	private final InboundCalls calls;

	private final RunningCalls running = new RunningCalls();

	private final PendingCalls pending = new PendingCalls();

	private final Subscriptions subscriptions;

	private final IncomingSubscriptions incoming;

	private final Dispatch dispatch;

	private final Liveness liveness;

	private final AtomicBoolean slow = new AtomicBoolean();

	DefaultJsonRpcConnection(WebSocketSession session, JsonRpcWebSocketHandler handler, ContextView context,
			Runnable abort) {
		ConnectionSettings settings = handler.settings();
		this.session = session;
		this.handler = handler;
		this.context = Context.of(context);
		this.end = new ConnectionEnd(session, abort, this);
		this.outbound = new Outbound(session, settings.maxOutboundBytes(), this);
		this.sender = new Sender(session, this.outbound, new MessageEncoder(handler.codec(), settings.maxMessageSize()),
				settings.cancelMethod());
		this.calls = new InboundCalls(this, this.running, settings.maxInFlight(), settings.maxWaitingBytes());
		this.subscriptions = new Subscriptions(this, settings.maxSubscriptions());
		this.incoming = new IncomingSubscriptions(this, settings.subscriptionBuffer());
		this.dispatch = new Dispatch(this, this.pending, this.calls, this.incoming, settings.cancelMethod());
		this.liveness = new Liveness(this, settings);
	}

	/**
	 * Live until the connection ends.
	 */
	Mono<Void> run() {
		this.end.watch();
		this.outbound.start();
		// nothing has been sent or received that could fail: whoever is told of the end
		// has been told of the beginning
		this.handler.connections().add(this);
		tell((listener) -> listener.connected(this));
		this.handler.connections().drainIfDraining(this);
		this.liveness.start();
		this.session.receive().subscribe(this.inbound);
		return this.end.signal().then().doOnCancel(this.end::gone);
	}

	@Override
	public String id() {
		return this.session.getId();
	}

	@Override
	public WebSocketSession session() {
		return this.session;
	}

	@Override
	public JsonRpcCodec codec() {
		return this.handler.codec();
	}

	@Override
	public Subscriptions subscriptions() {
		return this.subscriptions;
	}

	@Override
	public boolean isOpen() {
		return !this.end.hasCome() && !this.end.isDraining();
	}

	@Override
	public Mono<CloseStatus> closed() {
		// on a thread of its own: what a subscriber throws, nobody else is to hear of
		return this.end.signal().publishOn(Schedulers.parallel());
	}

	@Override
	public void close(CloseStatus status) {
		this.end.close(status);
	}

	@Override
	public Mono<Void> drain(CloseStatus status, Duration timeout) {
		return Mono.fromRunnable(() -> {
			this.end.drain(status, timeout);
			this.calls.refuseAll(JsonRpcErrorCode.SERVER_ERROR.error().withData(Map.of("reason", "shutting down")));
			finished();
		}).then(this.end.farewell());
	}

	@Override
	public Mono<JsonRpcResponse> call(JsonRpcRequest request) {
		JsonRpcId id = request.id();
		return (id != null) ? new OutgoingCall(this, request, id)
				: Mono.error(new IllegalArgumentException("A notification has no answer: " + request));
	}

	@Override
	public Flux<JsonRpcResponse> call(JsonRpcBatch batch) {
		return Flux.create((sink) -> new OutgoingBatch(this, batch, sink).send());
	}

	@Override
	public Mono<Void> send(JsonRpcRequest notification) {
		return Mono.fromRunnable(() -> write(notification.asNotification()));
	}

	@Override
	public Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe) {
		return this.incoming.subscribe(request, unsubscribe);
	}

	@Override
	public Mono<JsonRpcResponse> track(JsonRpcRequest request, Mono<JsonRpcResponse> call) {
		return this.running.track(request, call);
	}

	// what the parts ask for

	Context context() {
		return this.context;
	}

	PendingCalls pending() {
		return this.pending;
	}

	Liveness liveness() {
		return this.liveness;
	}

	Dispatch dispatch() {
		return this.dispatch;
	}

	Sender sender() {
		return this.sender;
	}

	ConnectionEnd end() {
		return this.end;
	}

	JsonRpcMessage decode(byte[] json) {
		return codec().decode(json, this.handler.settings().maxBatchSize());
	}

	Mono<JsonRpcMessage> handle(JsonRpcMessage message) {
		return this.handler.handler().handle(message, this);
	}

	/**
	 * Return whether to read on. One that takes no answers gets no more calls in; calls
	 * that wait for theirs want it read in any case.
	 */
	boolean mayRead() {
		return (this.calls.hasRoom() && isWritable()) || !this.pending.isEmpty();
	}

	boolean isReading() {
		return !this.inbound.isPaused();
	}

	boolean isWritable() {
		return this.outbound.isWritable();
	}

	/**
	 * Send an answer, and then what was waiting for it.
	 */
	void answer(JsonRpcMessage answer) {
		try {
			this.sender.send(answer);
		}
		catch (Throwable ex) {
			// without an answer its caller would wait forever
			logger.error("Could not write " + answer, ex);
			close(CloseStatus.SERVER_ERROR);
		}
		this.subscriptions.answered(answer);
	}

	/**
	 * Send a message.
	 * @throws ConnectionClosedException if it can't be sent any more
	 */
	void write(JsonRpcMessage message) {
		if (!this.sender.send(message)) {
			throw this.end.exception();
		}
		// a call that has been made wants its answer read
		this.inbound.resume();
	}

	/**
	 * A call has been answered.
	 */
	void finished() {
		this.inbound.resume();
		if (this.end.isDraining() && this.calls.isEmpty()) {
			this.outbound.complete();
		}
	}

	@Override
	public void full() {
		this.liveness.expectProgress(this.outbound.written());
	}

	@Override
	public void writable() {
		this.liveness.progress();
		// not by whoever sends: it begins calls
		Schedulers.parallel().schedule(this::resume);
	}

	private void resume() {
		this.calls.drain();
		this.subscriptions.writable();
		this.inbound.resume();
	}

	@Override
	public void overflow(long bytes) {
		slow("Messages are not read", bytes);
	}

	/**
	 * Close the connection, as a subscriber reads too slowly.
	 */
	void slow(String reason) {
		slow(reason, this.outbound.bytes());
	}

	private void slow(String reason, long bytes) {
		if (!this.end.hasCome() && this.slow.compareAndSet(false, true)) {
			tell((listener) -> listener.slow(this, bytes));
			logger.warn("Closing JSON-RPC connection " + id() + ": " + reason + ", and " + bytes
					+ " bytes wait to be read by the other side");
			close(CloseStatus.POLICY_VIOLATION.withReason(reason));
		}
	}

	/**
	 * Close the connection if nothing has been written since.
	 */
	void checkProgress(long written) {
		if (this.outbound.isWritable()) {
			return;
		}
		if (this.outbound.written() == written) {
			overflow(this.outbound.bytes());
		}
		else {
			full();
		}
	}

	@Override
	public void sent() {
		this.end.sent();
	}

	@Override
	public void failed(Throwable exception) {
		logger.debug("JSON-RPC connection " + id() + " failed", exception);
		this.end.failed(exception);
	}

	@Override
	public void ended(CloseStatus status, boolean goodbye) {
		ConnectionClosedException exception = new ConnectionClosedException(status);
		this.liveness.stop();
		this.outbound.terminate();
		// Netty throws what it can't signal, of a socket that went before it was known
		Isolation.run(this.inbound::cancel);
		this.pending.end(exception);
		this.incoming.end(exception);
		this.subscriptions.end();
		this.running.cancelRequests();
		this.calls.end(goodbye);
		if (goodbye && !this.calls.isEmpty()) {
			ConnectionEnd.later(ConnectionEnd.GRACE, this.running::end);
		}
		else {
			this.running.end();
		}
		this.handler.connections().remove(this);
		tell((listener) -> listener.disconnected(this, status));
	}

	long waitingBytes() {
		return this.outbound.bytes();
	}

	/**
	 * Return whether nothing is kept of any call or message.
	 */
	boolean isEmpty() {
		return this.calls.isEmpty() && this.running.isEmpty() && this.pending.isEmpty() && this.incoming.isEmpty()
				&& this.subscriptions.size() == 0 && this.outbound.bytes() == 0;
	}

	void unmatched(JsonRpcResponse response) {
		tell((listener) -> listener.unmatched(this, response));
	}

	private void tell(Consumer<ConnectionListener> event) {
		this.handler.listeners().forEach((listener) -> Isolation.run(() -> event.accept(listener)));
	}

}
