package io.github.springjsonrpc.server.method;

import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.MethodDescription;
import io.github.springjsonrpc.server.method.BoundParameter.Absence;
import io.github.springjsonrpc.server.method.BoundParameter.Form;
import org.jspecify.annotations.Nullable;

/**
 * Ends a subscription of the caller's connection, and answers whether there was one.
 *
 * @param names its name and those that go with it
 * @param server the name of the server
 * @param owner where the subscription is declared, in words
 */
record UnsubscribeMethod(SubscriptionNames names, String server, String owner) implements JsonRpcMethod {

	private static final BoundParameter SUBSCRIPTION = new BoundParameter("subscription", String.class, Form.VALUE,
			new Absence.Refused(), false, "", "The subscription");

	@Override
	public String name() {
		return this.names.unsubscribe();
	}

	@Override
	public boolean blocking() {
		return false;
	}

	@Override
	public MethodDescription description() {
		return new MethodDescription("", List.of(SUBSCRIPTION.describe()), boolean.class, this.owner);
	}

	@Override
	public @Nullable JsonRpcMethod combinedWith(JsonRpcMethod other) {
		boolean same = other instanceof UnsubscribeMethod that && this.names.kind() != null && that.names.kind() != null
				&& this.names.belongTogether(that.names);
		return same ? this : null;
	}

	@Override
	public Handler handler(JsonRpcCodec codec) {
		ParamsBinder binder = new ParamsBinder(List.of(SUBSCRIPTION), codec);
		return (request) -> {
			JsonRpcConnection connection = SubscribeHandler.connection(request);
			return binder.bind(request.params())[0] instanceof String id && connection.subscriptions().cancel(id);
		};
	}

}
