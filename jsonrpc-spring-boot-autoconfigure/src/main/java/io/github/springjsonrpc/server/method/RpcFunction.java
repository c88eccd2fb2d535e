package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Makes JSON-RPC methods of functions: lambdas, method and constructor references.
 *
 * <pre class="code">
 * RpcFunction.named("ping").call(() -&gt; "pong");
 * RpcFunction.named("add").param("a", Integer.class).param("b", Integer.class).call(Integer::sum);
 * RpcFunction.named("user").param("uuid", UUID.class).call(User::new);
 * </pre>
 *
 * {@code call} takes functions that may block, and runs them on a worker thread;
 * {@code callReactive} takes functions that return a {@code Publisher} or future, or only
 * compute, and runs them on the event loop. Not thread-safe; the methods are.
 */
public final class RpcFunction {

	private final String name;

	private String server = JsonRpcServer.DEFAULT_NAME;

	private String description = "";

	private @Nullable Function<Object, ? extends @Nullable Object> resultMapper;

	private final List<BoundParameter> parameters = new ArrayList<>();

	private RpcFunction(String name) {
		this.name = name;
	}

	/**
	 * Begin a method.
	 * @param name its name
	 * @return the method without parameters
	 */
	public static RpcFunction named(String name) {
		return new RpcFunction(name);
	}

	/**
	 * Set the server that a bean of this method is registered with.
	 * @param server the name of the server, {@value JsonRpcServer#DEFAULT_NAME} by
	 * default
	 * @return this method
	 */
	public RpcFunction server(String server) {
		this.server = server;
		return this;
	}

	/**
	 * Set what the method does, for people who read the list of methods.
	 * @param description a sentence or two
	 * @return this method
	 */
	public RpcFunction description(String description) {
		this.description = description;
		return this;
	}

	/**
	 * Set a function that every result passes before it is written.
	 * @param resultMapper gets the value that a reactive type or future carried, and may
	 * return such a type itself
	 * @return this method
	 */
	public RpcFunction resultMapper(Function<Object, ? extends @Nullable Object> resultMapper) {
		this.resultMapper = resultMapper;
		return this;
	}

	/**
	 * Add a parameter that callers must supply.
	 * @param <A> its type
	 * @param name its name
	 * @param type its type
	 * @return the method with one parameter
	 */
	public <A> With1<A> param(String name, Class<A> type) {
		return new With1<>(with(BoundParameter.required(name, type)));
	}

	/**
	 * Add a parameter of a generic type that callers must supply.
	 * @param <A> its type
	 * @param name its name
	 * @param type its type
	 * @return the method with one parameter
	 */
	public <A> With1<A> param(String name, ParameterizedTypeReference<A> type) {
		return new With1<>(with(BoundParameter.required(name, type.getType())));
	}

	/**
	 * Add a parameter that is {@code null} if a call leaves it out.
	 * @param <A> its type
	 * @param name its name
	 * @param type its type
	 * @return the method with one parameter
	 */
	public <A> With1<@Nullable A> optionalParam(String name, Class<A> type) {
		return new With1<>(with(BoundParameter.optional(name, type)));
	}

	/**
	 * Add a parameter that takes all values by position that are left.
	 * @param <A> the type of one value
	 * @param name its name
	 * @param type the type of one value
	 * @return the method with one parameter
	 */
	public <A> With1<List<A>> restParam(String name, Class<A> type) {
		return new With1<>(with(BoundParameter.rest(name, type)));
	}

	/**
	 * Finish with a function that takes no parameters.
	 * @param function the function, which may block
	 * @return the method
	 */
	public JsonRpcMethod call(Supplier<? extends @Nullable Object> function) {
		return bound(true, (arguments) -> function.get());
	}

	/**
	 * Finish with a function that takes no parameters.
	 * @param function the function, which must not block
	 * @return the method
	 */
	public JsonRpcMethod callReactive(Supplier<? extends @Nullable Object> function) {
		return bound(false, (arguments) -> function.get());
	}

	/**
	 * Finish with a function that takes the request, and so whatever params there are.
	 * @param function the function, which may block
	 * @return the method
	 */
	public JsonRpcMethod callRequest(Function<JsonRpcRequest, ? extends @Nullable Object> function) {
		return method(true, new FunctionMethod.OfRequest(function));
	}

	/**
	 * Finish with a function that takes the request, and so whatever params there are.
	 * @param function the function, which must not block
	 * @return the method
	 */
	public JsonRpcMethod callRequestReactive(Function<JsonRpcRequest, ? extends @Nullable Object> function) {
		return method(false, new FunctionMethod.OfRequest(function));
	}

	private RpcFunction with(BoundParameter parameter) {
		this.parameters.add(parameter);
		return this;
	}

	private JsonRpcMethod bound(boolean blocking, FunctionMethod.ArgumentsFunction function) {
		return method(blocking, new FunctionMethod.OfArguments(List.copyOf(this.parameters), function));
	}

	private JsonRpcMethod method(boolean blocking, FunctionMethod.Body body) {
		return new FunctionMethod(this.name, this.server, this.description, blocking, this.resultMapper, body);
	}

	/**
	 * A method with one parameter so far.
	 *
	 * @param <A> the type of the parameter
	 */
	public static final class With1<A extends @Nullable Object> {

		private final RpcFunction method;

		private With1(RpcFunction method) {
			this.method = method;
		}

		/**
		 * Add a parameter that callers must supply.
		 * @param <B> its type
		 * @param name its name
		 * @param type its type
		 * @return the method with two parameters
		 */
		public <B> With2<A, B> param(String name, Class<B> type) {
			return new With2<>(this.method.with(BoundParameter.required(name, type)));
		}

		/**
		 * Add a parameter of a generic type that callers must supply.
		 * @param <B> its type
		 * @param name its name
		 * @param type its type
		 * @return the method with two parameters
		 */
		public <B> With2<A, B> param(String name, ParameterizedTypeReference<B> type) {
			return new With2<>(this.method.with(BoundParameter.required(name, type.getType())));
		}

		/**
		 * Add a parameter that is {@code null} if a call leaves it out.
		 * @param <B> its type
		 * @param name its name
		 * @param type its type
		 * @return the method with two parameters
		 */
		public <B> With2<A, @Nullable B> optionalParam(String name, Class<B> type) {
			return new With2<>(this.method.with(BoundParameter.optional(name, type)));
		}

		/**
		 * Finish with a function.
		 * @param function the function, which may block
		 * @return the method
		 */
		public JsonRpcMethod call(Function<A, ? extends @Nullable Object> function) {
			return this.method.bound(true, (arguments) -> function.apply(argument(arguments, 0)));
		}

		/**
		 * Finish with a function.
		 * @param function the function, which must not block
		 * @return the method
		 */
		public JsonRpcMethod callReactive(Function<A, ? extends @Nullable Object> function) {
			return this.method.bound(false, (arguments) -> function.apply(argument(arguments, 0)));
		}

	}

	/**
	 * A method with two parameters. For more, annotate a method or take the request.
	 *
	 * @param <A> the type of the first parameter
	 * @param <B> the type of the second parameter
	 */
	public static final class With2<A extends @Nullable Object, B extends @Nullable Object> {

		private final RpcFunction method;

		private With2(RpcFunction method) {
			this.method = method;
		}

		/**
		 * Finish with a function.
		 * @param function the function, which may block
		 * @return the method
		 */
		public JsonRpcMethod call(BiFunction<A, B, ? extends @Nullable Object> function) {
			return this.method.bound(true,
					(arguments) -> function.apply(argument(arguments, 0), argument(arguments, 1)));
		}

		/**
		 * Finish with a function.
		 * @param function the function, which must not block
		 * @return the method
		 */
		public JsonRpcMethod callReactive(BiFunction<A, B, ? extends @Nullable Object> function) {
			return this.method.bound(false,
					(arguments) -> function.apply(argument(arguments, 0), argument(arguments, 1)));
		}

	}

	// of the type, because the binder decoded it to that type
	@SuppressWarnings({ "unchecked", "NullAway" })
	private static <T extends @Nullable Object> T argument(@Nullable Object[] arguments, int index) {
		return (T) arguments[index];
	}

}
