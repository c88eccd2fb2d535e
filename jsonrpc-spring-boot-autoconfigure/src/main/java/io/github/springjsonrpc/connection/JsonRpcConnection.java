package io.github.springjsonrpc.connection;

import java.time.Duration;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcBatch;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import io.github.springjsonrpc.protocol.JsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketSession;

/**
 * A WebSocket connection between two JSON-RPC peers, either of which may call the other.
 * Thread-safe; messages go out whole, in the order in which they are given to it.
 */
public interface JsonRpcConnection {

	/**
	 * Return the id.
	 * @return a name that no other connection of this process has
	 */
	String id();

	/**
	 * Return the WebSocket session, for its attributes and what the handshake told. Not
	 * to be sent to, received from or closed.
	 * @return the session
	 */
	WebSocketSession session();

	/**
	 * Return the codec.
	 * @return the codec that this connection reads and writes with
	 */
	JsonRpcCodec codec();

	/**
	 * Call a method of the other side.
	 * @param request the request; its id has to differ from those of all calls that are
	 * waiting for an answer
	 * @return the response, errors included. Cancelling it tells the other side, by
	 * {@code $/cancelRequest}. It fails at once with a {@link ConnectionClosedException}
	 * when the connection ends, and with an {@link InvalidResponseException} if what
	 * comes back with its id is no response
	 */
	Mono<JsonRpcResponse> call(JsonRpcRequest request);

	/**
	 * Send a batch.
	 * @param batch requests and notifications, whose ids differ from those of all calls
	 * that are waiting
	 * @return the responses in the order in which they come in, whether in one batch or
	 * not; completes when each request has its own. Fails and cancels like
	 * {@link #call(JsonRpcRequest)}
	 */
	Flux<JsonRpcResponse> call(JsonRpcBatch batch);

	/**
	 * Send a notification.
	 * @param notification the notification
	 * @return completes when the message is on its way, fails if the connection is closed
	 */
	Mono<Void> send(JsonRpcRequest notification);

	/**
	 * Subscribe to what the other side publishes: call a method whose result is the id of
	 * a subscription, and receive the notifications that carry this id.
	 * @param request the request that subscribes; its {@link SubscriptionListener}, an
	 * attribute, is told when it has been accepted
	 * @param unsubscribe the method that ends the subscription, with its id as the only
	 * parameter; called when the returned {@code Flux} is cancelled
	 * @return the items, not decoded. It fails like {@link #call(JsonRpcRequest)}, with
	 * the exception of an error response if the other side refuses, and with an overflow
	 * if the subscriber does not keep up
	 */
	Flux<JsonValue> subscribe(JsonRpcRequest request, String unsubscribe);

	/**
	 * Return the subscriptions of the other side to what is published here.
	 * @return the subscriptions of this connection
	 */
	Subscriptions subscriptions();

	/**
	 * Let the other side cancel a call by its id, and the end of the connection as well.
	 * To be put around each call that a {@link MessageHandler} runs.
	 * @param request the request or notification
	 * @param call what runs it
	 * @return the same, or an error response with the code -32800 once cancelled
	 */
	Mono<JsonRpcResponse> track(JsonRpcRequest request, Mono<JsonRpcResponse> call);

	/**
	 * Return whether messages can be sent.
	 * @return {@code false} from the moment the end of the connection is known
	 */
	boolean isOpen();

	/**
	 * Return a signal of the end, on a thread of Reactor's parallel scheduler.
	 * @return the reason, {@link CloseStatus#NO_CLOSE_FRAME} if the connection broke;
	 * also to those who ask afterwards
	 */
	Mono<CloseStatus> closed();

	/**
	 * Close the connection: calls in both directions are cancelled, subscriptions ended.
	 * @param status the reason for the other side; a second one is ignored
	 */
	void close(CloseStatus status);

	/**
	 * Close the connection when what it is doing is done: no more calls are accepted,
	 * those that run are answered first.
	 * @param status the reason for the other side
	 * @param timeout how long to wait for the calls that run
	 * @return completes when the connection has ended, and the other side has been told
	 * or can't be
	 */
	Mono<Void> drain(CloseStatus status, Duration timeout);

}
