package io.github.springjsonrpc.server.method;

import java.util.function.Function;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * What a Java method or a function is made to.
 *
 * @param name the name
 * @param server the name of the server
 * @param description what there is to know of it
 * @param blocking whether it runs on a worker thread
 * @param resultMapper what every result passes, or {@code null}
 * @param handlers makes what handles the calls, for the codec of a server
 */
record DefaultJsonRpcMethod(String name, String server, MethodDescription description, boolean blocking,
		@Nullable Function<Object, ? extends @Nullable Object> resultMapper,
		Function<JsonRpcCodec, Handler> handlers) implements JsonRpcMethod {

	@Override
	public Handler handler(JsonRpcCodec codec) {
		return this.handlers.apply(codec);
	}

}
