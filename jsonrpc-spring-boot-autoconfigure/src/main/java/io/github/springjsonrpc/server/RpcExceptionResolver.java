package io.github.springjsonrpc.server;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;

/**
 * Turns exceptions of methods and middleware into errors. Beans of this type are asked in
 * their order, before the exception would become an internal error; a
 * {@link io.github.springjsonrpc.protocol.JsonRpcException} is an error already and is
 * not shown to them, unless a client threw it.
 */
@FunctionalInterface
public interface RpcExceptionResolver {

	/**
	 * Resolve an exception. This may run on the event loop and must not block.
	 * @param exception the exception
	 * @param request the request or notification that failed
	 * @return the error, whose data may be anything that the codec can write, or
	 * {@code null} to leave the exception to the next resolver
	 */
	@Nullable JsonRpcError resolve(Throwable exception, JsonRpcRequest request);

}
