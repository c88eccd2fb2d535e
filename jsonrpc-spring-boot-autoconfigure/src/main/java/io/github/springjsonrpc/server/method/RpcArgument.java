package io.github.springjsonrpc.server.method;

import java.util.function.Function;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where a parameter that no caller can supply gets its value from. Thread-safe, like the
 * functions it is made of.
 */
public final class RpcArgument {

	private final boolean deferred;

	private final Function<JsonRpcRequest, ? extends @Nullable Object> source;

	private final String absence;

	private RpcArgument(boolean deferred, Function<JsonRpcRequest, ? extends @Nullable Object> source, String absence) {
		this.deferred = deferred;
		this.source = source;
		this.absence = absence;
	}

	/**
	 * Return an argument that is there at once.
	 * @param source gets the value for a request; {@code null} is passed on only to
	 * parameters that are optional
	 * @return the argument
	 */
	public static RpcArgument value(Function<JsonRpcRequest, ? extends @Nullable Object> source) {
		return new RpcArgument(false, source, "its RpcArgumentResolver has none");
	}

	/**
	 * Return an argument that has to be waited for, before the method runs. The Reactor
	 * Context is that of the call.
	 * @param source gets the value for a request; an empty {@code Mono} stands for
	 * {@code null}
	 * @return the argument
	 */
	public static RpcArgument deferred(Function<JsonRpcRequest, ? extends Mono<?>> source) {
		return new RpcArgument(true, source, "its RpcArgumentResolver has none");
	}

	static RpcArgument attribute(String name) {
		return new RpcArgument(false, (request) -> request.attribute(name),
				"the request has no attribute '" + name + "'");
	}

	boolean isDeferred() {
		return this.deferred;
	}

	/**
	 * Why there may be no value, in words for the log.
	 */
	String absence() {
		return this.absence;
	}

	@Nullable Object get(JsonRpcRequest request) {
		return this.source.apply(request);
	}

}
