package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.springjsonrpc.annotation.RpcMethod.Execution;
import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * Makes of an {@link RpcSubscription} method the two methods that subscribe and
 * unsubscribe.
 */
final class SubscriptionMethods {

	private SubscriptionMethods() {
	}

	/**
	 * Make the methods.
	 * @throws InvalidMethodException if nobody could subscribe to what it returns
	 */
	static List<JsonRpcMethod> of(PlannedMethod planned, RpcSubscription annotation) {
		SubscriptionNames names = SubscriptionNames.of(annotation, planned.service(), planned.method());
		ItemStream items = ItemStream.of(planned.method());
		if (annotation.buffer() < 1) {
			throw new InvalidMethodException("The subscription of the method " + planned.method().describe()
					+ " has a buffer for " + annotation.buffer() + " items", "Let it hold one item at least.");
		}
		Function<JsonRpcCodec, JsonRpcMethod.Handler> handlers = (codec) -> new SubscribeHandler(
				planned.handlers().apply(codec), items, names, annotation, codec);
		boolean blocking = annotation.execution() == Execution.WORKER;
		String kind = names.kind();
		JsonRpcMethod subscribe = (kind != null)
				? kind(planned, kind, names, description(planned, annotation, items, null), blocking, handlers)
				: new DefaultJsonRpcMethod(names.subscribe(), planned.server(),
						description(planned, annotation, items, names), blocking, null, handlers);
		return List.of(subscribe, new UnsubscribeMethod(names, planned.server(), planned.owner()));
	}

	private static JsonRpcMethod kind(PlannedMethod planned, String kind, SubscriptionNames names,
			MethodDescription description, boolean blocking, Function<JsonRpcCodec, JsonRpcMethod.Handler> handlers) {
		if (planned.plan().names().contains(SubscribeMethod.KIND)) {
			throw new InvalidMethodException(
					"The subscription of the method " + planned.method().describe() + " has a parameter '"
							+ SubscribeMethod.KIND + "', by which callers choose the subscription",
					"Give the parameter another name.");
		}
		return new SubscribeMethod(names, planned.server(),
				Map.of(kind, new DefaultJsonRpcMethod(kind, planned.server(), description, blocking, null, handlers)));
	}

	// a kind is described by its items, and the method that subscribes by its result
	private static MethodDescription description(PlannedMethod planned, RpcSubscription annotation, ItemStream items,
			@Nullable SubscriptionNames names) {
		List<MethodDescription.Parameter> parameters = planned.plan().describe();
		if (names == null) {
			return new MethodDescription(annotation.description(), parameters, items.itemType(), planned.owner());
		}
		return new MethodDescription(annotation.description(), parameters, String.class, planned.owner(),
				new MethodDescription.Subscription(names.unsubscribe(), names.notification(), names.end(),
						items.itemType(), Map.of()));
	}

}
