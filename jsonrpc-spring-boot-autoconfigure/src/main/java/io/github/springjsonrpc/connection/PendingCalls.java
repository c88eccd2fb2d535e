package io.github.springjsonrpc.connection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.springjsonrpc.protocol.JsonRpcId;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one connection that wait for their response.
 */
final class PendingCalls {

	private final Map<JsonRpcId, Reply> replies = new ConcurrentHashMap<>();

	private volatile @Nullable Throwable end;

	/**
	 * Wait for a response. It is told of a failure, such as that there is already a call
	 * with this id, like of any later one.
	 * @return whether it is waited for
	 */
	boolean add(JsonRpcId id, Reply reply) {
		if (this.replies.putIfAbsent(id, reply) != null) {
			reply.failed(new IllegalStateException("A call with the id " + id + " is waiting already"));
			return false;
		}
		Throwable end = this.end;
		if (end != null && this.replies.remove(id, reply)) {
			reply.failed(end);
			return false;
		}
		return true;
	}

	boolean remove(JsonRpcId id, Reply reply) {
		return this.replies.remove(id, reply);
	}

	@Nullable Reply take(JsonRpcId id) {
		return this.replies.remove(id);
	}

	/**
	 * Return the only call or batch that waits, for errors that do not tell what they are
	 * for.
	 * @return one that waits, or {@code null} if there are others, or none
	 */
	@Nullable Reply only() {
		Reply only = null;
		for (Reply reply : this.replies.values()) {
			if (only != null && only.exchange() != reply.exchange()) {
				return null;
			}
			only = reply;
		}
		return only;
	}

	boolean isEmpty() {
		return this.replies.isEmpty();
	}

	/**
	 * Fail all calls, those to come included.
	 */
	void end(Throwable exception) {
		this.end = exception;
		for (JsonRpcId id : this.replies.keySet()) {
			Reply reply = this.replies.remove(id);
			if (reply != null) {
				Isolation.run(() -> reply.failed(exception));
			}
		}
	}

	/**
	 * What waits for a response; told once, of one or the other.
	 */
	interface Reply {

		void received(JsonRpcResponse response);

		void failed(Throwable exception);

		/**
		 * The other side has answered, but could not read the ids of what it refuses:
		 * nothing more is to come for this one and what was sent with it.
		 */
		void refused(List<JsonRpcResponse> errors);

		/**
		 * Return what has been sent as one message.
		 */
		default Object exchange() {
			return this;
		}

	}

}
