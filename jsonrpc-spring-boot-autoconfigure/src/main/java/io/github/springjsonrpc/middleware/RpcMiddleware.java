package io.github.springjsonrpc.middleware;

import java.util.List;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.publisher.Mono;

/**
 * Wraps every call: each request, each notification and each entry of a batch on its own.
 * It may pass a changed request on, answer by itself, replace the response, catch, retry
 * or time. The first one in the order of the beans is outermost.
 *
 * <pre class="code">
 * &#64;Component
 * class Audit implements RpcMiddleware {
 *
 *     public Mono&lt;JsonRpcResponse&gt; handle(JsonRpcRequest request, Chain chain) {
 *         return chain.next(request).doOnNext((response) -&gt; record(request, response));
 *     }
 *
 * }
 * </pre>
 *
 * A middleware must not block: it runs on the event loop, and what it does with the
 * response on whatever thread the method answered on.
 */
@FunctionalInterface
public interface RpcMiddleware {

	/**
	 * Handle a call, usually by way of the rest of the chain.
	 * @param request the request or notification
	 * @param chain the rest of the chain
	 * @return the response; also a notification has one, without an id, that is never
	 * sent. An error that this signals, or an exception that it throws, becomes an error
	 * response
	 */
	Mono<JsonRpcResponse> handle(JsonRpcRequest request, Chain chain);

	/**
	 * Compose a chain.
	 * @param middlewares the middlewares, the outermost first
	 * @param end what the innermost one calls
	 * @return the whole chain. What a middleware or the end throws instead of signalling
	 * it, those around it get as an error signal
	 */
	static Chain chain(List<? extends RpcMiddleware> middlewares, Chain end) {
		if (middlewares.isEmpty()) {
			return end;
		}
		Chain chain = new SignallingChain(null, end);
		for (int i = middlewares.size() - 1; i >= 0; i--) {
			chain = new SignallingChain(middlewares.get(i), chain);
		}
		return chain;
	}

	/**
	 * The rest of a chain.
	 */
	@FunctionalInterface
	interface Chain {

		/**
		 * Pass the call on.
		 * @param request the request, as it was or changed
		 * @return the response; the call runs when this is subscribed to, and again with
		 * each further subscription. Whatever fails is signalled and not thrown
		 */
		Mono<JsonRpcResponse> next(JsonRpcRequest request);

	}

}
