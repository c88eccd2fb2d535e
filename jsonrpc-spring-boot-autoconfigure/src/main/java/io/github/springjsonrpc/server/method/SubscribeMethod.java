package io.github.springjsonrpc.server.method;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.DuplicateMethodException;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * Subscribes to one of several kinds, to which several beans may contribute: the
 * {@code eth_subscribe} of a namespace {@code eth}.
 *
 * @param names its name and those that go with it
 * @param server the name of the server
 * @param kinds what subscribes, by the name of the kind
 */
record SubscribeMethod(SubscriptionNames names, String server,
		Map<String, JsonRpcMethod> kinds) implements JsonRpcMethod {

	static final String KIND = "kind";

	@Override
	public String name() {
		return this.names.subscribe();
	}

	@Override
	public boolean blocking() {
		return this.kinds.values().stream().anyMatch(JsonRpcMethod::blocking);
	}

	@Override
	public MethodDescription description() {
		Map<String, MethodDescription> described = new TreeMap<>();
		this.kinds.forEach((kind, method) -> described.put(kind, method.description()));
		return new MethodDescription("", List.of(new MethodDescription.Parameter(KIND, String.class, true, "")),
				String.class, owners(), new MethodDescription.Subscription(this.names.unsubscribe(),
						this.names.notification(), this.names.end(), Object.class, described));
	}

	private String owners() {
		return this.kinds.values()
			.stream()
			.map((method) -> method.description().owner())
			.distinct()
			.collect(Collectors.joining(", "));
	}

	@Override
	public @Nullable JsonRpcMethod combinedWith(JsonRpcMethod other) {
		if (!(other instanceof SubscribeMethod that)) {
			return null;
		}
		if (!this.names.belongTogether(that.names)) {
			throw new InvalidMethodException(
					"The subscriptions of " + owners() + " and of " + that.owners() + " share the method '" + name()
							+ "' but not the other names",
					"Let both have the same names for unsubscribing, items and end, or a method of their own.");
		}
		Map<String, JsonRpcMethod> all = new TreeMap<>(this.kinds);
		that.kinds.forEach((kind, method) -> {
			JsonRpcMethod present = all.put(kind, method);
			if (present != null) {
				throw new DuplicateMethodException(name() + "(\"" + kind + "\")", present.description().owner(),
						method.description().owner());
			}
		});
		return new SubscribeMethod(this.names, this.server, all);
	}

	@Override
	public Handler handler(JsonRpcCodec codec) {
		Map<String, Handler> handlers = new HashMap<>();
		this.kinds.forEach((kind, method) -> handlers.put(kind, method.handler(codec)));
		return new KindsHandler(handlers, codec);
	}

}
