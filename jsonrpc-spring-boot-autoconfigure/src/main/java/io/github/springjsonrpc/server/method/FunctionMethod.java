package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.function.Function;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * A function as a JSON-RPC method.
 */
final class FunctionMethod implements JsonRpcMethod {

	private final String name;

	private final String server;

	private final MethodDescription description;

	private final boolean blocking;

	private final @Nullable Function<Object, ? extends @Nullable Object> resultMapper;

	private final Body body;

	FunctionMethod(String name, String server, String text, boolean blocking,
			@Nullable Function<Object, ? extends @Nullable Object> resultMapper, Body body) {
		this.name = name;
		this.server = server;
		this.description = new MethodDescription(text,
				body.parameters().stream().map(BoundParameter::describe).toList(), Object.class,
				"function '" + name + "'");
		this.blocking = blocking;
		this.resultMapper = resultMapper;
		this.body = body;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public String server() {
		return this.server;
	}

	@Override
	public MethodDescription description() {
		return this.description;
	}

	@Override
	public boolean blocking() {
		return this.blocking;
	}

	@Override
	public @Nullable Function<Object, ? extends @Nullable Object> resultMapper() {
		return this.resultMapper;
	}

	@Override
	public Handler handler(JsonRpcCodec codec) {
		return this.body.handler(codec);
	}

	/**
	 * A function that takes the arguments of a call.
	 */
	@FunctionalInterface
	interface ArgumentsFunction {

		@Nullable Object apply(@Nullable Object[] arguments);

	}

	/**
	 * What the function takes.
	 */
	sealed interface Body {

		List<BoundParameter> parameters();

		Handler handler(JsonRpcCodec codec);

	}

	/**
	 * A function that takes bound arguments.
	 */
	record OfArguments(List<BoundParameter> parameters, ArgumentsFunction function) implements Body {

		@Override
		public Handler handler(JsonRpcCodec codec) {
			ParamsBinder binder = new ParamsBinder(this.parameters, codec);
			return (request) -> this.function.apply(binder.bind(request.params()));
		}

	}

	/**
	 * A function that takes the request.
	 */
	record OfRequest(Function<JsonRpcRequest, ? extends @Nullable Object> function) implements Body {

		@Override
		public List<BoundParameter> parameters() {
			return List.of();
		}

		@Override
		public Handler handler(JsonRpcCodec codec) {
			return this.function::apply;
		}

	}

}
