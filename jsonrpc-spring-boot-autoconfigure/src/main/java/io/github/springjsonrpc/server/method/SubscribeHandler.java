package io.github.springjsonrpc.server.method;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.connection.Publication;
import io.github.springjsonrpc.protocol.InvalidRequestException;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.MethodNotFoundException;
import io.github.springjsonrpc.server.ExceptionMappingMiddleware;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.ThreadLocals;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Calls a Java method for a stream, and opens a subscription to that on the connection of
 * the caller.
 */
final class SubscribeHandler implements JsonRpcMethod.Handler {

	private final JsonRpcMethod.Handler method;

	private final ItemStream stream;

	private final SubscriptionNames names;

	private final RpcSubscription annotation;

	private final JsonRpcCodec codec;

	// the type to write items as, where their class does not tell enough
	private final @Nullable Type itemType;

	SubscribeHandler(JsonRpcMethod.Handler method, ItemStream stream, SubscriptionNames names,
			RpcSubscription annotation, JsonRpcCodec codec) {
		this.method = method;
		this.stream = stream;
		this.names = names;
		this.annotation = annotation;
		this.codec = codec;
		this.itemType = (stream.itemType() instanceof ParameterizedType type) ? type : null;
	}

	/**
	 * Return the connection of a caller.
	 * @throws MethodNotFoundException if there is none, as over HTTP
	 */
	static JsonRpcConnection connection(JsonRpcRequest request) {
		JsonRpcConnection connection = request.attribute(JsonRpcConnection.class);
		if (connection == null) {
			throw new MethodNotFoundException(Map.of("reason", "Subscriptions need a WebSocket connection"));
		}
		return connection;
	}

	@Override
	public @Nullable Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
		return this.method.prepare(request);
	}

	@Override
	public Object handle(JsonRpcRequest request) throws Throwable {
		JsonRpcConnection connection = connection(request);
		if (request.isNotification()) {
			throw new InvalidRequestException("A notification can't subscribe: nobody would learn the id");
		}
		Flux<?> items = items(this.stream.toFlux(this.method.handle(request)), request);
		return Mono.deferContextual((context) -> Mono
			.just(connection.subscriptions().open(request, publication(items.contextWrite(context)))));
	}

	private Flux<?> items(Flux<?> items, JsonRpcRequest request) {
		Type type = this.itemType;
		Flux<?> written = (type != null) ? items.map((item) -> this.codec.toJson(item, type)) : items;
		return withThreadLocals(written.onErrorMap((ex) -> failure(ex, request)));
	}

	// those of the call, as it was subscribed to while that ran
	private static Flux<?> withThreadLocals(Flux<?> items) {
		ThreadLocals threadLocals = ThreadLocals.capture(Context.empty());
		return Flux.from((subscriber) -> subscribe(items, subscriber, threadLocals));
	}

	private static void subscribe(Flux<?> items, Subscriber<? super Object> subscriber, ThreadLocals threadLocals) {
		ThreadLocals.Scope scope = threadLocals.set();
		try {
			items.subscribe(subscriber);
		}
		finally {
			scope.close();
		}
	}

	private static Throwable failure(Throwable exception, JsonRpcRequest request) {
		ExceptionMappingMiddleware mapping = request.attribute(ExceptionMappingMiddleware.class);
		// an overflow is the subscriber's doing, who is told of it
		return (mapping == null || Exceptions.isOverflow(exception)) ? exception
				: new JsonRpcException(mapping.toError(exception, request), exception);
	}

	private Publication publication(Flux<?> items) {
		return new Publication(items, this.names.notification(), this.names.end(), this.annotation.overflow(),
				this.annotation.buffer());
	}

}
