package io.github.springjsonrpc.connection;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;

/**
 * Reads a connection, one message at a time: the next one is asked for when there is room
 * for it, so that a sender who is too fast is held up by TCP. While calls wait for their
 * answer it reads on in any case, as otherwise two sides that call each other could wait
 * for one another.
 */
final class Inbound implements CoreSubscriber<WebSocketMessage> {

	private final DefaultJsonRpcConnection connection;

	private final AtomicBoolean paused = new AtomicBoolean();

	private volatile @Nullable Subscription session;

	Inbound(DefaultJsonRpcConnection connection) {
		this.connection = connection;
	}

	@Override
	public Context currentContext() {
		return this.connection.context();
	}

	@Override
	public void onSubscribe(Subscription session) {
		this.session = session;
		if (this.connection.end().hasCome()) {
			session.cancel();
		}
		else {
			session.request(1);
		}
	}

	void cancel() {
		Subscription session = this.session;
		if (session != null) {
			session.cancel();
		}
	}

	boolean isPaused() {
		return this.paused.get();
	}

	/**
	 * Read on if that had to wait.
	 */
	void resume() {
		Subscription session = this.session;
		if (session != null && this.paused.get() && this.connection.mayRead()
				&& this.paused.compareAndSet(true, false)) {
			session.request(1);
		}
	}

	@Override
	public void onNext(WebSocketMessage message) {
		try {
			received(message);
		}
		catch (Throwable ex) {
			// also an error: the session may take it for the end of the JVM and do
			// nothing
			this.connection.failed(ex);
			return;
		}
		this.paused.set(true);
		resume();
	}

	private void received(WebSocketMessage message) {
		this.connection.liveness().heard();
		switch (message.getType()) {
			case TEXT, BINARY -> {
				byte[] json = bytes(message.getPayload());
				decoded(this.connection.decode(json), json, message.getType() == WebSocketMessage.Type.TEXT);
			}
			case PING -> this.connection.sender().pong(bytes(message.getPayload()));
			case PONG -> {
				// heard of, which is all that matters
			}
		}
	}

	// the session takes its buffer back after this
	private static byte[] bytes(DataBuffer payload) {
		byte[] bytes = new byte[payload.readableByteCount()];
		payload.read(bytes);
		return bytes;
	}

	private void decoded(JsonRpcMessage message, byte[] json, boolean text) {
		if (text && message instanceof InvalidMessage invalid
				&& invalid.error().code() == JsonRpcErrorCode.PARSE_ERROR.code() && !isUtf8(json)) {
			// RFC 6455, section 8.1
			this.connection.close(CloseStatus.BAD_DATA.withReason("A text message has to be UTF-8"));
		}
		else if (message instanceof JsonRpcBatch batch) {
			split(batch, json.length);
		}
		else if (!this.connection.dispatch().intercept(message)) {
			this.connection.dispatch().handle(message, json.length);
		}
	}

	private static boolean isUtf8(byte[] text) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	/**
	 * Take out of a batch what is not for the handler.
	 */
	private void split(JsonRpcBatch batch, int size) {
		List<JsonRpcMessage> rest = new ArrayList<>(batch.messages().size());
		List<JsonRpcResponse> unlinked = new ArrayList<>(0);
		for (JsonRpcMessage entry : batch.messages()) {
			if (Dispatch.isUnlinkedError(entry)) {
				unlinked.add((JsonRpcResponse) entry);
			}
			else if (!this.connection.dispatch().intercept(entry)) {
				rest.add(entry);
			}
		}
		if (!unlinked.isEmpty()) {
			// last, as they are for what the others leave unanswered
			this.connection.dispatch().refused(unlinked);
		}
		if (rest.size() == batch.messages().size()) {
			this.connection.dispatch().handle(batch, size);
		}
		else if (!rest.isEmpty()) {
			this.connection.dispatch().handle(new JsonRpcBatch(rest), size);
		}
	}

	@Override
	public void onError(Throwable exception) {
		this.connection.failed(exception);
	}

	@Override
	public void onComplete() {
		this.connection.end().gone();
	}

}
