package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;

import io.github.springjsonrpc.client.JsonRpcClient;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import org.springframework.core.ResolvableType;

/**
 * What a method wants of the server.
 */
@FunctionalInterface
interface Reply {

	/** Nothing, not even whether it worked. */
	Reply NONE = (request, client, arguments) -> request.notification(client, arguments).send();

	/** Whether it worked. */
	Reply END = (request, client, arguments) -> request.call(client, arguments).retrieve(Void.class);

	/** The response as it came, errors included. */
	Reply RESPONSE = (request, client, arguments) -> request.call(client, arguments).exchange();

	/**
	 * Ask for it.
	 * @param request makes the request
	 * @param client what to call with
	 * @param arguments the arguments of the method
	 * @return what comes back; nothing is sent before somebody subscribes
	 */
	Publisher<?> ask(RequestTemplate request, JsonRpcClient client, @Nullable Object[] arguments);

	/**
	 * The result.
	 */
	static Reply result(Type type) {
		return (request, client, arguments) -> request.call(client, arguments).retrieve(type);
	}

	/**
	 * The items of a subscription.
	 */
	static Reply items(Type item, String unsubscribe) {
		return (request, client, arguments) -> request.call(client, arguments).subscribe(item, unsubscribe);
	}

	/**
	 * The elements of the result, an array, without those that are null.
	 */
	static Reply elements(ResolvableType element) {
		Type list = ResolvableType.forClassWithGenerics(List.class, element).getType();
		return (request, client, arguments) -> request.call(client, arguments)
			.retrieve(list)
			.flatMapIterable((elements) -> ((List<?>) elements).stream().filter(Objects::nonNull).toList());
	}

}
