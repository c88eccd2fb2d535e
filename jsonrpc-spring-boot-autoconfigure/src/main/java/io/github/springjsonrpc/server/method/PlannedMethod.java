package io.github.springjsonrpc.server.method;

import java.util.function.Function;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.server.JsonRpcMethod;

/**
 * A Java method whose calls are prepared.
 *
 * @param method the method
 * @param service the prefix of its service, without a dot, empty for none
 * @param server the name of the server that offers it
 * @param owner where it is declared, in words
 * @param plan where its arguments come from
 * @param handlers makes what handles its calls, for the codec of a server
 */
record PlannedMethod(RpcJavaMethod method, String service, String server, String owner, ParameterPlan plan,
		Function<JsonRpcCodec, JsonRpcMethod.Handler> handlers) {

}
