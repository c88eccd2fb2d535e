package io.github.springjsonrpc.server;

import java.util.List;
import java.util.function.Function;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A method that a {@link JsonRpcServer} offers. Beans of this type are registered with
 * the server they name. Annotated methods and
 * {@link io.github.springjsonrpc.server.method.RpcFunction functions} become one;
 * implement it for methods that decide by themselves what to do with their params.
 */
public interface JsonRpcMethod {

	/**
	 * Return the name.
	 * @return the name, which does not begin with {@code rpc.}
	 */
	String name();

	/**
	 * Return the name of the server to register a bean with.
	 * @return the name, by default {@value JsonRpcServer#DEFAULT_NAME}
	 */
	default String server() {
		return JsonRpcServer.DEFAULT_NAME;
	}

	/**
	 * Return what people should know of the method.
	 * @return the description, by default without parameters
	 */
	default MethodDescription description() {
		return new MethodDescription("", List.of(), Object.class, getClass().getName());
	}

	/**
	 * Return whether the method may block and so must run on a worker thread.
	 * @return {@code true}, unless it only computes or returns a reactive type
	 */
	default boolean blocking() {
		return true;
	}

	/**
	 * Return a function that every result passes before it is written.
	 * @return the function, which gets the value that a reactive type or future carried,
	 * never {@code null}, and may return such a type itself; {@code null}, the default,
	 * for none
	 */
	default @Nullable Function<Object, ? extends @Nullable Object> resultMapper() {
		return null;
	}

	/**
	 * Combine this method with another one of its name: several beans may have a part in
	 * one, as in a method that subscribes to what all of them publish.
	 * @param other the other method
	 * @return a method that does what both do, or {@code null}, the default, if one name
	 * is not enough for them
	 */
	default @Nullable JsonRpcMethod combinedWith(JsonRpcMethod other) {
		return null;
	}

	/**
	 * Prepare the method for the calls to come: called once, when it is registered.
	 * @param codec the codec of the server
	 * @return what handles the calls
	 */
	Handler handler(JsonRpcCodec codec);

	/**
	 * Handles the calls of one method. Thread-safe.
	 */
	@FunctionalInterface
	interface Handler {

		/**
		 * Get what has to be waited for before the call can be handled. This is called on
		 * the event loop, also for methods that block.
		 * @param request the request or notification
		 * @return the request with more attributes, or {@code null}, the default, if
		 * there is nothing to wait for
		 */
		default @Nullable Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
			return null;
		}

		/**
		 * Handle a call.
		 * @param request the request or notification
		 * @return the result: a value or {@code null}, or a {@code Mono}, {@code Flux},
		 * future or other type known to Reactor's or Spring's adapters that will have it
		 * @throws Throwable if the call fails
		 */
		@Nullable Object handle(JsonRpcRequest request) throws Throwable;

	}

}
