package io.github.springjsonrpc.server.method;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.JsonRpcMethod;
import io.github.springjsonrpc.server.JsonRpcServer;
import io.github.springjsonrpc.server.MethodDescription;
import io.github.springjsonrpc.server.method.BoundParameter.Absence;
import io.github.springjsonrpc.server.method.BoundParameter.Form;
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
 * compute, and runs them on the event loop. For more than three parameters annotate a
 * method, or take the request. Not thread-safe; the methods are.
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
	 * Add a parameter that callers must supply, and not as {@code null}.
	 * @param <A> its type
	 * @param name its name
	 * @param type its type
	 * @return the method with one parameter
	 */
	public <A> RpcFunctionSignature.With1<A> param(String name, Class<A> type) {
		return new RpcFunctionSignature.With1<>(required(name, type));
	}

	/**
	 * Add a parameter of a generic type that callers must supply, and not as
	 * {@code null}.
	 * @param <A> its type
	 * @param name its name
	 * @param type its type
	 * @return the method with one parameter
	 */
	public <A> RpcFunctionSignature.With1<A> param(String name, ParameterizedTypeReference<A> type) {
		return new RpcFunctionSignature.With1<>(required(name, type.getType()));
	}

	/**
	 * Add a parameter that is {@code null} if a call leaves it out.
	 * @param <A> its type
	 * @param name its name
	 * @param type its type
	 * @return the method with one parameter
	 */
	public <A> RpcFunctionSignature.With1<@Nullable A> optionalParam(String name, Class<A> type) {
		return new RpcFunctionSignature.With1<>(optional(name, type));
	}

	/**
	 * Add a parameter that takes all values by position that are left: the last one.
	 * @param <A> the type of one value
	 * @param name its name
	 * @param type the type of one value
	 * @return the method with its parameters
	 */
	public <A> RpcFunctionSignature<Function<List<A>, ? extends @Nullable Object>> restParam(String name,
			Class<A> type) {
		return new RpcFunctionSignature.With1<>(rest(name, type));
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
		return method(true, (codec) -> function::apply);
	}

	/**
	 * Finish with a function that takes the request, and so whatever params there are.
	 * @param function the function, which must not block
	 * @return the method
	 */
	public JsonRpcMethod callRequestReactive(Function<JsonRpcRequest, ? extends @Nullable Object> function) {
		return method(false, (codec) -> function::apply);
	}

	RpcFunction required(String name, Type type) {
		return with(name, type, Form.VALUE, new Absence.Refused());
	}

	RpcFunction optional(String name, Type type) {
		return with(name, type, Form.VALUE, new Absence.Empty());
	}

	RpcFunction rest(String name, Type type) {
		return with(name, type, Form.REST_LIST, new Absence.Empty());
	}

	private RpcFunction with(String name, Type type, Form form, Absence absence) {
		String origin = "Parameter " + (this.parameters.size() + 1) + " of the function '" + this.name + "'";
		boolean nullable = form == Form.VALUE && absence instanceof Absence.Empty;
		this.parameters.add(new BoundParameter(name, type, form, absence, nullable, "", origin));
		return this;
	}

	JsonRpcMethod bound(boolean blocking, Function<@Nullable Object[], ? extends @Nullable Object> function) {
		List<BoundParameter> parameters = List.copyOf(this.parameters);
		return method(blocking, (codec) -> {
			ParamsBinder binder = new ParamsBinder(parameters, codec);
			return (request) -> function.apply(binder.bind(request.params()));
		});
	}

	private JsonRpcMethod method(boolean blocking, Function<JsonRpcCodec, JsonRpcMethod.Handler> handlers) {
		List<MethodDescription.Parameter> described = this.parameters.stream().map(BoundParameter::describe).toList();
		return new DefaultJsonRpcMethod(this.name, this.server,
				new MethodDescription(this.description, described, Object.class, "function '" + this.name + "'"),
				blocking, this.resultMapper, handlers);
	}

}
