package io.github.springjsonrpc.server;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Function;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import org.jspecify.annotations.Nullable;

/**
 * A method that is ready to be called: everything that a call would ask again and again.
 *
 * @param method the method
 * @param handler what handles its calls
 * @param blocking whether it must run on a worker thread
 * @param resultMapper what every result passes, or {@code null}
 * @param resultType the type to write results as, where their class does not tell enough
 * @param subscribes whether its calls open subscriptions
 */
record RegisteredMethod(JsonRpcMethod method, JsonRpcMethod.Handler handler, boolean blocking,
		@Nullable Function<Object, ? extends @Nullable Object> resultMapper, @Nullable Type resultType,
		boolean subscribes) {

	static RegisteredMethod prepare(JsonRpcMethod method, JsonRpcCodec codec) {
		MethodDescription description = method.description();
		Type resultType = description.resultType();
		return new RegisteredMethod(method, method.handler(codec), method.blocking(), method.resultMapper(),
				(resultType instanceof ParameterizedType && method.resultMapper() == null) ? resultType : null,
				description.subscription() != null);
	}

}
