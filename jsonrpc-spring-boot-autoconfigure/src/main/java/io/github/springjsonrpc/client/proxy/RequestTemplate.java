package io.github.springjsonrpc.client.proxy;

import java.util.List;

import io.github.springjsonrpc.client.JsonRpcClient;
import io.github.springjsonrpc.client.JsonRpcClient.CallSpec;
import io.github.springjsonrpc.client.JsonRpcClient.NotificationSpec;
import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests of arguments.
 *
 * @param method the name of the JSON-RPC method
 * @param kind what chooses a subscription of this method, or {@code null}
 * @param parts what is said about each request
 */
record RequestTemplate(String method, @Nullable String kind, List<RequestPart> parts) {

	/**
	 * What is called, in words.
	 */
	String describe() {
		return (this.kind != null) ? this.method + "(\"" + this.kind + "\")" : this.method;
	}

	CallSpec call(JsonRpcClient client, @Nullable Object[] arguments) {
		return apply(client.method(this.method), arguments);
	}

	NotificationSpec notification(JsonRpcClient client, @Nullable Object[] arguments) {
		return apply(client.notification(this.method), arguments);
	}

	private <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		S request = spec;
		for (RequestPart part : this.parts) {
			request = part.apply(request, arguments);
		}
		return request;
	}

}
