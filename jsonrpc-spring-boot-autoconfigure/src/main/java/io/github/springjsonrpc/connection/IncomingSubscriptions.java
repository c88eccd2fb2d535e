package io.github.springjsonrpc.connection;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Subscriptions here to what the other side publishes. Notifications belong to one of
 * them by the member {@code subscription} of their params, whatever their name.
 */
final class IncomingSubscriptions {

	private final DefaultJsonRpcConnection connection;

	private final int buffer;

	// by id, as it is written in JSON
	private final Map<String, IncomingSubscription> open = new ConcurrentHashMap<>();

	private final AtomicLong unsubscribed = new AtomicLong();

	IncomingSubscriptions(DefaultJsonRpcConnection connection, int buffer) {
		this.connection = connection;
		this.buffer = buffer;
	}

	Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe) {
		return Flux.defer(() -> new IncomingSubscription(this, request, unsubscribe, this.buffer).open());
	}

	DefaultJsonRpcConnection connection() {
		return this.connection;
	}

	void add(String id, IncomingSubscription subscription) {
		this.open.put(id, subscription);
	}

	boolean isEmpty() {
		return this.open.isEmpty();
	}

	void remove(String id) {
		this.open.remove(id);
	}

	/**
	 * Deliver an item, the end or the failure of a subscription.
	 * @return whether the notification was one of those
	 */
	boolean deliver(JsonRpcRequest notification) {
		if (this.open.isEmpty()) {
			return false;
		}
		JsonValue params = notification.params().encoded();
		if (params == null || notification.params().kind() != JsonRpcParams.Kind.NAMED) {
			return false;
		}
		Map<String, JsonValue> members = params.members();
		JsonValue id = members.get("subscription");
		IncomingSubscription subscription = (id != null) ? this.open.get(id.toString()) : null;
		if (subscription == null) {
			return false;
		}
		Isolation.run(() -> deliver(members, subscription));
		return true;
	}

	private static void deliver(Map<String, JsonValue> members, IncomingSubscription subscription) {
		long dropped = dropped(members.get("dropped"));
		if (dropped > 0) {
			subscription.dropped(dropped);
		}
		JsonValue result = members.get("result");
		JsonValue error = members.get("error");
		if (result != null) {
			subscription.next(result);
		}
		else if (error != null) {
			subscription.failed(new JsonRpcException(error(error), null));
		}
		else if (members.containsKey("completed")) {
			subscription.completed();
		}
	}

	private static long dropped(@Nullable JsonValue items) {
		try {
			Long number = decode(items, Long.class);
			return (number != null) ? number : 0;
		}
		catch (JsonRpcException ex) {
			// means something else to the other side
			return 0;
		}
	}

	private static JsonRpcError error(JsonValue error) {
		Map<String, JsonValue> members = error.members();
		try {
			Integer code = decode(members.get("code"), Integer.class);
			String message = decode(members.get("message"), String.class);
			if (code != null && message != null) {
				return new JsonRpcError(code, message, members.get("data"));
			}
		}
		catch (JsonRpcException ex) {
			// as good as missing
		}
		return JsonRpcErrorCode.SERVER_ERROR.error().withData(error);
	}

	private static <T> @Nullable T decode(@Nullable JsonValue value, Class<T> type) {
		return (value != null) ? value.decode(type) : null;
	}

	void unsubscribe(String method, JsonValue id) {
		JsonRpcId requestId = JsonRpcId.of("unsubscribe-" + this.unsubscribed.incrementAndGet());
		this.connection.call(JsonRpcRequest.request(requestId, method, JsonRpcParams.positional(id)))
			.subscribe(null, (ex) -> {
				// the connection has ended, and the subscription with it
			});
	}

	void end(Throwable exception) {
		for (String id : this.open.keySet()) {
			IncomingSubscription subscription = this.open.remove(id);
			if (subscription != null) {
				Isolation.run(() -> subscription.failed(exception));
			}
		}
	}

}
