package io.github.springjsonrpc.connection;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcErrorCode;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.OverflowPolicy;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;

/**
 * How a subscription ended, for its subscriber.
 *
 * @param error the error, or {@code null} if there was nothing more to send
 */
record SubscriptionEnd(@Nullable JsonRpcError error) {

	static final SubscriptionEnd COMPLETED = new SubscriptionEnd(null);

	private static final Log logger = LogFactory.getLog(Subscriptions.class);

	static SubscriptionEnd failed(Throwable exception, Publication publication) {
		JsonRpcError known = JsonRpcException.errorForCaller(exception);
		if (known != null) {
			return new SubscriptionEnd(known);
		}
		if (Exceptions.isOverflow(exception)) {
			return new SubscriptionEnd(JsonRpcErrorCode.LIMIT_EXCEEDED.error().withData(overflow(publication)));
		}
		logger.error("Subscription to " + publication.notification() + " failed", exception);
		return new SubscriptionEnd(JsonRpcErrorCode.INTERNAL_ERROR.error());
	}

	private static Map<String, Object> overflow(Publication publication) {
		Map<String, Object> data = new LinkedHashMap<>();
		data.put("overflow", publication.policy().name().toLowerCase(Locale.ROOT));
		if (publication.policy() != OverflowPolicy.BACKPRESSURE) {
			data.put("limit", publication.buffer());
		}
		return data;
	}

	String member() {
		return (this.error != null) ? "error" : "completed";
	}

	Object value() {
		return (this.error != null) ? members(this.error, this.error.data()) : true;
	}

	Object withoutData() {
		return (this.error != null) ? members(this.error, null) : true;
	}

	private static Map<String, Object> members(JsonRpcError error, @Nullable Object data) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("code", error.code());
		members.put("message", error.message());
		if (data != null) {
			members.put("data", data);
		}
		return members;
	}

}
