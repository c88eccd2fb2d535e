package io.github.springjsonrpc.server;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.middleware.RpcMiddleware;
import io.github.springjsonrpc.protocol.JsonRpcMessage;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Mono;

/**
 * Answers messages, whatever transport they come by: decides what each of them is, runs
 * calls through the middleware to their method, and batches with bounded concurrency.
 * Thread-safe.
 *
 * <pre class="code">
 * JsonRpcServer server = JsonRpcServer.builder(codec).build();
 * server.methods().add(RpcFunction.named("ping").call(() -&gt; "pong"));
 * </pre>
 */
public interface JsonRpcServer {

	/**
	 * Name of the server that is there without being asked for.
	 */
	String DEFAULT_NAME = "default";

	/**
	 * Return the name.
	 * @return the name, by which services and middleware choose their server
	 */
	String name();

	/**
	 * Return the codec that transports are to use.
	 * @return the codec
	 */
	JsonRpcCodec codec();

	/**
	 * Return the methods on offer.
	 * @return the live registry
	 */
	RpcMethodRegistry methods();

	/**
	 * Return how many entries of a batch are accepted.
	 * @return the number, for transports to decode with
	 */
	int maxBatchSize();

	/**
	 * Answer a message.
	 * @param message what was received
	 * @param transport wrapped around each call, outside of all other middleware: adds to
	 * the request what the transport knows of its caller, for example
	 * @return a response or a batch of responses, in the order of the requests; empty if
	 * there is nothing to answer. Never an error. Cancelling it cancels the calls, except
	 * for notifications, whose sender does not wait for them anyway
	 */
	Mono<JsonRpcMessage> handle(JsonRpcMessage message, RpcMiddleware transport);

	/**
	 * Run a call from within the application, through the middleware.
	 * @param request the request or notification
	 * @return the response, also to a notification. Never an error
	 */
	Mono<JsonRpcResponse> call(JsonRpcRequest request);

	/**
	 * Return a builder with defaults.
	 * @param codec the codec
	 * @return a new builder
	 */
	static JsonRpcServerBuilder builder(JsonRpcCodec codec) {
		return new JsonRpcServerBuilder(codec);
	}

}
