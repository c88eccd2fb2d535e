package io.github.springjsonrpc.client;

import io.github.springjsonrpc.connection.JsonRpcConnection;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes the messages of a client to a server and the answers back. Thread-safe. Nothing
 * happens before somebody subscribes; cancelling a call abandons it, and tells the server
 * so where the transport can.
 */
public interface JsonRpcTransport extends AutoCloseable {

	/**
	 * Return a transport over a connection that is there already, at either end of it.
	 * The ids of its calls have to differ from those of all others over the connection.
	 * @param connection the connection, which stays open when the transport is closed
	 * @return the transport
	 */
	static JsonRpcTransport over(JsonRpcConnection connection) {
		return new ConnectionTransport(connection);
	}

	/**
	 * Return where the server is, for exceptions and logs.
	 * @return the URL without credentials and query, or another name
	 */
	String endpoint();

	/**
	 * Make a call.
	 * @param request a request with an id
	 * @return the response with that id, errors included; its result is not decoded. A
	 * failure is one of the exceptions of this package, or what says that the request
	 * can't be sent
	 */
	Mono<JsonRpcResponse> call(JsonRpcRequest request);

	/**
	 * Send a batch.
	 * @param batch requests and notifications
	 * @return all responses that come back, those with an unknown id or none included, in
	 * the order of the server
	 */
	Flux<JsonRpcResponse> call(JsonRpcBatch batch);

	/**
	 * Send a notification.
	 * @param notification the notification
	 * @return completes when it is on its way
	 */
	Mono<Void> send(JsonRpcRequest notification);

	/**
	 * Subscribe to what the server publishes.
	 * @param request the request whose result is the id of the subscription
	 * @param unsubscribe the method that ends it
	 * @return the items, not decoded. By default an error: most transports can't push
	 * @see CallOptions#onGap()
	 */
	default Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe) {
		return Flux.error(() -> new UnsupportedOperationException(
				"Subscribing by " + request.method() + " takes a WebSocket, and " + endpoint() + " is none"));
	}

	/**
	 * Close what belongs to this transport. Calls that wait fail.
	 */
	@Override
	void close();

}
