package io.github.springjsonrpc.connection;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;

/**
 * What the other side of a connection has subscribed to. An item goes out as a
 * notification with the params <code>{"subscription": id, "result": item}</code>, in
 * which {@code dropped} tells how many are missing before it. The end has
 * <code>"completed": true</code> or an {@code error} in place of the result. Thread-safe.
 *
 * @see <a href="https://geth.ethereum.org/docs/interacting-with-geth/rpc/pubsub">Ethereum
 * publish/subscribe</a>
 */
public final class Subscriptions {

	private static final int ID_BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	private final DefaultJsonRpcConnection connection;

	private final int max;

	private final Map<String, OutgoingSubscription> open = new ConcurrentHashMap<>();

	// their calls have not been answered
	private final Set<OutgoingSubscription> prepared = ConcurrentHashMap.newKeySet();

	private volatile boolean ended;

	Subscriptions(DefaultJsonRpcConnection connection, int max) {
		this.connection = connection;
		this.max = max;
	}

	/**
	 * Open a subscription. Its source is subscribed to when the call has been answered
	 * with a result, so that the subscriber knows the id before the first item comes.
	 * @param request the request that subscribes
	 * @param publication what to send
	 * @return the id of the subscription, which nobody can guess
	 * @throws JsonRpcException if the request is a notification, or there are too many
	 * subscriptions
	 */
	public String open(JsonRpcRequest request, Publication publication) {
		JsonRpcId requestId = request.id();
		if (requestId == null) {
			throw new InvalidRequestException("A notification can't subscribe: nobody would learn the id");
		}
		String id = newId();
		OutgoingSubscription subscription = new OutgoingSubscription(this.connection, id, requestId, publication);
		this.open.put(id, subscription);
		if (this.open.size() > this.max) {
			this.open.remove(id);
			throw new JsonRpcException(JsonRpcErrorCode.LIMIT_EXCEEDED.error()
				.withData(Map.of("reason", "too many subscriptions", "limit", this.max)), null);
		}
		this.prepared.add(subscription);
		if (this.ended) {
			cancel(id);
		}
		return id;
	}

	private String newId() {
		byte[] bytes = new byte[ID_BYTES];
		this.random.nextBytes(bytes);
		return "0x" + HexFormat.of().formatHex(bytes);
	}

	/**
	 * End a subscription.
	 * @param id the id
	 * @return whether there was one with this id on this connection
	 */
	public boolean cancel(String id) {
		OutgoingSubscription subscription = this.open.remove(id);
		if (subscription == null) {
			return false;
		}
		this.prepared.remove(subscription);
		subscription.cancel();
		return true;
	}

	/**
	 * Return how many subscriptions there are.
	 * @return the number
	 */
	public int size() {
		return this.open.size();
	}

	void remove(String id) {
		this.open.remove(id);
	}

	/**
	 * Start what was waiting for this answer to be sent.
	 */
	void answered(JsonRpcMessage answer) {
		if (this.prepared.isEmpty()) {
			return;
		}
		if (answer instanceof JsonRpcBatch batch) {
			batch.messages().forEach(this::answered);
		}
		else if (answer instanceof JsonRpcResponse response) {
			this.prepared.stream()
				.filter((subscription) -> subscription.requestId().equals(response.id()))
				.forEach((subscription) -> answered(subscription, response));
		}
	}

	private void answered(OutgoingSubscription subscription, JsonRpcResponse response) {
		// a caller may use an id again before it got the answer to the first request
		boolean other = response.result() instanceof String id && !id.equals(subscription.id());
		if (other || !this.prepared.remove(subscription)) {
			return;
		}
		if (response.isError()) {
			this.open.remove(subscription.id());
		}
		else {
			subscription.start();
		}
	}

	/**
	 * Send what waits, as there is room again.
	 */
	void writable() {
		this.open.values().forEach(OutgoingSubscription::drain);
	}

	void end() {
		this.ended = true;
		this.open.keySet().forEach(this::cancel);
	}

}
