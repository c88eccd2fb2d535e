package io.github.springjsonrpc.connection;

import java.util.List;

import io.github.springjsonrpc.protocol.InvalidMessage;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Takes each message to where it belongs: responses to their calls, cancellations to
 * theirs, items to their subscription, and all else to the handler.
 */
final class Dispatch {

	private static final Log logger = LogFactory.getLog(JsonRpcConnection.class);

	private final DefaultJsonRpcConnection connection;

	private final PendingCalls pending;

	private final InboundCalls calls;

	private final IncomingSubscriptions subscriptions;

	private final String cancelMethod;

	Dispatch(DefaultJsonRpcConnection connection, PendingCalls pending, InboundCalls calls,
			IncomingSubscriptions subscriptions, String cancelMethod) {
		this.connection = connection;
		this.pending = pending;
		this.calls = calls;
		this.subscriptions = subscriptions;
		this.cancelMethod = cancelMethod;
	}

	/**
	 * Hand a message to the handler.
	 * @param size of the message in bytes
	 */
	void handle(JsonRpcMessage message, int size) {
		this.calls.accept(message, size);
	}

	/**
	 * Deal with a message that the handler has nothing to do with.
	 * @return whether it was one
	 */
	boolean intercept(JsonRpcMessage message) {
		if (message instanceof JsonRpcRequest request) {
			return request.isNotification() && (cancel(request) || this.subscriptions.deliver(request));
		}
		if (message instanceof JsonRpcResponse response) {
			Isolation.run(() -> received(response));
			return true;
		}
		if (message instanceof InvalidMessage invalid && invalid.response()) {
			Isolation.run(() -> received(invalid));
			return true;
		}
		return false;
	}

	private void received(JsonRpcResponse response) {
		JsonRpcId id = response.id();
		PendingCalls.Reply reply = (id != null && !id.isNull()) ? this.pending.take(id) : null;
		if (reply != null) {
			reply.received(response);
		}
		else if (isUnlinkedError(response)) {
			refused(List.of(response));
		}
		else {
			unmatched(response);
		}
	}

	private void unmatched(JsonRpcResponse response) {
		logger.debug("Nobody waits for " + response);
		this.connection.unmatched(response);
	}

	/**
	 * Return whether a message is an error whose id the other side could not read.
	 */
	static boolean isUnlinkedError(JsonRpcMessage message) {
		return message instanceof JsonRpcResponse response && response.isError()
				&& (response.id() == null || response.id().isNull());
	}

	/**
	 * Deal with all such errors of one message.
	 */
	void refused(List<JsonRpcResponse> errors) {
		PendingCalls.Reply only = this.pending.only();
		if (only != null) {
			Isolation.run(() -> only.refused(errors));
		}
		else {
			errors.forEach(this::unmatched);
		}
	}

	private void received(InvalidMessage invalid) {
		PendingCalls.Reply reply = this.pending.take(invalid.id());
		if (reply != null) {
			reply.failed(new InvalidResponseException(invalid.reason()));
		}
		else {
			logger.debug("Invalid JSON-RPC response: " + invalid.reason());
		}
	}

	private boolean cancel(JsonRpcRequest notification) {
		if (!notification.method().equals(this.cancelMethod)) {
			return false;
		}
		JsonRpcId id = idOf(notification.params());
		if (id != null) {
			this.calls.cancel(id);
		}
		return true;
	}

	private static @Nullable JsonRpcId idOf(JsonRpcParams params) {
		JsonValue json = params.encoded();
		JsonValue id = (json != null) ? json.members().get("id") : null;
		try {
			return (id != null) ? JsonRpcId.ofJson(id.toString()) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
