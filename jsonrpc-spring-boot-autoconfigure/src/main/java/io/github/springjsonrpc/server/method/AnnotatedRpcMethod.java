package io.github.springjsonrpc.server.method;

import java.util.function.Function;
import java.util.function.Supplier;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * A Java method of a bean as a JSON-RPC method.
 *
 * @param name the name
 * @param server the name of the server
 * @param description what there is to know of it
 * @param blocking whether it runs on a worker thread
 * @param resultMapper what every result passes, or {@code null}
 * @param plan where its parameters get their arguments from
 * @param bean gets the bean
 * @param validation validates the arguments, or {@code null}
 * @param invocation invokes the Java method
 */
record AnnotatedRpcMethod(String name, String server, MethodDescription description, boolean blocking,
		@Nullable Function<Object, ? extends @Nullable Object> resultMapper, ParameterPlan plan, Supplier<Object> bean,
		RpcArgumentValidator.@Nullable Validation validation, MethodInvocation invocation) implements JsonRpcMethod {

	@Override
	public Handler handler(JsonRpcCodec codec) {
		return new AnnotatedMethodHandler(this.bean, new Arguments(this.plan, codec), this.validation, this.invocation);
	}

}
