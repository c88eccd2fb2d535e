package io.github.springjsonrpc.client;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Calls the methods of a JSON-RPC server, over HTTP, WebSocket or whatever else its
 * transport is. Thread-safe, and meant to be shared.
 *
 * <pre class="code">
 * Mono&lt;Price&gt; price = client.method("price").params("BTC").retrieve(Price.class);
 * Mono&lt;Void&gt; sent = client.notification("seen").params(Map.of("id", 7)).send();
 * </pre>
 *
 * Nothing is sent before somebody subscribes, and each subscription sends anew, with an
 * id of its own. A call that fails signals a {@link JsonRpcException}: that of the
 * server's error, or one of its subclasses in this package for what went wrong on the
 * way.
 */
public interface JsonRpcClient extends AutoCloseable {

	/**
	 * Return a builder of a client.
	 * @param transport takes the messages to the server; closed together with the client
	 * @param codec writes what is not written by the transport, such as params given as
	 * one object
	 * @return a new builder
	 */
	static JsonRpcClientBuilder builder(JsonRpcTransport transport, JsonRpcCodec codec) {
		return new JsonRpcClientBuilder(() -> transport, codec);
	}

	/**
	 * Prepare a call.
	 * @param method the name of the method
	 * @return what to call it with
	 */
	CallSpec method(String method);

	/**
	 * Prepare a notification.
	 * @param method the name of the method
	 * @return what to send it with
	 */
	NotificationSpec notification(String method);

	/**
	 * Send several requests and notifications as one batch. Each of them passes the
	 * middleware by itself.
	 * @param entries adds them, one at least
	 * @return their outcomes in the order of the requests, errors as values. It fails
	 * only if the batch as a whole does
	 */
	Mono<BatchResult> batch(Consumer<BatchSpec> entries);

	/**
	 * Make a call and get the whole response, errors included.
	 * @param request the request; its id is sent as it is. A notification is sent as one
	 * @return the response, with what the transport knows of it as attributes; empty for
	 * a notification. It fails only if there is no response
	 */
	Mono<JsonRpcResponse> exchange(JsonRpcRequest request);

	/**
	 * Send a batch and get the responses as they come. Each entry passes the middleware
	 * by itself.
	 * @param batch requests and notifications, whose ids are sent as they are
	 * @return the responses, those that belong to no entry last; empty if there are only
	 * notifications
	 */
	Flux<JsonRpcResponse> exchange(JsonRpcBatch batch);

	/**
	 * Close what belongs to this client, such as its connection. Calls that wait fail.
	 */
	@Override
	void close();

	/**
	 * What a call or notification is made with. Immutable: each method returns a changed
	 * copy, so that one can be kept and used again.
	 *
	 * @param <S> the type itself
	 */
	interface RequestSpec<S extends RequestSpec<S>> {

		/**
		 * Set params by position.
		 * @param params the values, which may be {@code null}; none for no params
		 * @return the copy
		 */
		S params(@Nullable Object... params);

		/**
		 * Set params by name.
		 * @param params the values, which may be {@code null}
		 * @return the copy
		 */
		S params(Map<String, ? extends @Nullable Object> params);

		/**
		 * Set one object as params: its members are params by name. It is written at
		 * once.
		 * @param params an object that is written as a JSON object, or as an array for
		 * params by position
		 * @return the copy
		 * @throws IllegalArgumentException if it is written as anything else
		 */
		S paramsOf(Object params);

		/**
		 * Add a header, which transports without headers for each message leave out.
		 * @param name the name
		 * @param values its values
		 * @return the copy
		 */
		S header(String name, String... values);

		/**
		 * Set how long to wait for the response, in place of the client's default. What
		 * middleware does takes no part of it, and one that tries again gets it anew.
		 * @param timeout the time until the call fails with a
		 * {@link RequestTimeoutException}
		 * @return the copy
		 */
		S timeout(Duration timeout);

		/**
		 * Add an attribute for middleware, which is not sent.
		 * @param name the name
		 * @param value the value
		 * @return the copy
		 */
		S attribute(String name, Object value);

		/**
		 * Return the request, for a batch or for {@link JsonRpcClient#exchange}.
		 * @return a request with a new id
		 */
		JsonRpcRequest toRequest();

		/**
		 * Return the request as a notification.
		 * @return a request without an id
		 */
		JsonRpcRequest toNotification();

	}

	/**
	 * A call to be made.
	 */
	interface CallSpec extends RequestSpec<CallSpec> {

		/**
		 * Make the call and decode its result.
		 * @param <T> the type of the result
		 * @param type the type of the result
		 * @return the result; empty if it is null
		 */
		<T> Mono<T> retrieve(Class<T> type);

		/**
		 * Make the call and decode its result.
		 * @param <T> the type of the result
		 * @param type the type of the result
		 * @return the result; empty if it is null
		 */
		<T> Mono<T> retrieve(ParameterizedTypeReference<T> type);

		/**
		 * Make the call and decode its result to a type that is known at run time only.
		 * @param type the type of the result
		 * @return the result; empty if it is null
		 */
		Mono<Object> retrieve(Type type);

		/**
		 * Make the call and decode its result, an array, element by element.
		 * @param <T> the type of the elements
		 * @param type the type of the elements
		 * @return the elements; none if the result is null
		 */
		<T> Flux<T> retrieveFlux(Class<T> type);

		/**
		 * Make the call and wait for its result, for code that is not reactive. What the
		 * call fails with is thrown as it is, also if it is a checked exception that an
		 * {@link RpcErrorMapper} made. Thread locals that Micrometer's context
		 * propagation knows are there for middleware and filters.
		 * @param <T> the type of the result
		 * @param type the type of the result
		 * @return the result, which may be {@code null}
		 * @throws IllegalStateException on a thread that must not block
		 */
		<T> @Nullable T block(Class<T> type);

		/**
		 * Make the call and wait for its result.
		 * @param <T> the type of the result
		 * @param type the type of the result
		 * @return the result, which may be {@code null}
		 * @throws IllegalStateException on a thread that must not block
		 */
		<T> @Nullable T block(ParameterizedTypeReference<T> type);

		/**
		 * Let a subscription outlive its connection: when a transport that reconnects has
		 * a new one, the call is made again, and the listener told of the gap before the
		 * first item after it. Without a listener a subscription fails when its
		 * connection is lost, so that none goes on with a gap that nobody knows of. The
		 * listener is told of items that the server dropped as well.
		 * @param listener told of each gap, on the thread of the connection
		 * @return the copy
		 */
		CallSpec onGap(Consumer<? super SubscriptionGap> listener);

		/**
		 * Subscribe: call a method that answers with the id of a subscription, and
		 * receive its items. Middleware sees the request, and in place of its response
		 * one without a result.
		 * @param <T> the type of the items
		 * @param type the type of the items
		 * @param unsubscribe the method that ends the subscription, called when the
		 * {@code Flux} is cancelled
		 * @return the items; fails over a transport that can't push
		 */
		<T> Flux<T> subscribe(Class<T> type, String unsubscribe);

		/**
		 * Subscribe, with items of a type that is known at run time only.
		 * @param type the type of the items
		 * @param unsubscribe the method that ends the subscription
		 * @return the items
		 */
		Flux<Object> subscribe(Type type, String unsubscribe);

		/**
		 * Make the call and get the whole response, errors included.
		 * @return the response
		 */
		Mono<JsonRpcResponse> exchange();

	}

	/**
	 * A notification to be sent.
	 */
	interface NotificationSpec extends RequestSpec<NotificationSpec> {

		/**
		 * Send the notification.
		 * @return completes when it is on its way: over HTTP when it has been accepted
		 */
		Mono<Void> send();

	}

}
