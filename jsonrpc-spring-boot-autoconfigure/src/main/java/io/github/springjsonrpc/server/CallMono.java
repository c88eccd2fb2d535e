package io.github.springjsonrpc.server;

import io.github.springjsonrpc.protocol.JsonRpcResponse;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * A call that can be run without a subscriber, and may have its response at once: most
 * methods do, and need none of the operators that wait.
 */
abstract class CallMono extends Mono<JsonRpcResponse> {

	/**
	 * Run the call, as far as it goes on this thread.
	 * @param context the context of the one who would subscribe
	 * @return what has the response or the failure, if it is there, or else is to be
	 * subscribed to
	 */
	abstract Mono<JsonRpcResponse> run(ContextView context);

	/**
	 * Run a call if it is one of these.
	 * @return the call itself if it is not
	 */
	static Mono<JsonRpcResponse> run(Mono<JsonRpcResponse> call, ContextView context) {
		return (call instanceof CallMono own) ? own.run(context) : call;
	}

	/**
	 * Return whether the outcome of a call is there.
	 */
	static boolean isPresent(Mono<JsonRpcResponse> call) {
		return call instanceof Fuseable.ScalarCallable;
	}

}
