package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.github.springjsonrpc.server.JsonRpcMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A method that lacks nothing but its function.
 *
 * @param <F> the type of the function
 */
public sealed class RpcFunctionSignature<F> {

	final RpcFunction method;

	private final BiFunction<F, @Nullable Object[], ? extends @Nullable Object> caller;

	private RpcFunctionSignature(RpcFunction method,
			BiFunction<F, @Nullable Object[], ? extends @Nullable Object> caller) {
		this.method = method;
		this.caller = caller;
	}

	/**
	 * Finish with a function.
	 * @param function the function, which may block
	 * @return the method
	 */
	public JsonRpcMethod call(F function) {
		return this.method.bound(true, (arguments) -> this.caller.apply(function, arguments));
	}

	/**
	 * Finish with a function.
	 * @param function the function, which must not block
	 * @return the method
	 */
	public JsonRpcMethod callReactive(F function) {
		return this.method.bound(false, (arguments) -> this.caller.apply(function, arguments));
	}

	// of the type, because the binder decoded it to that type
	@SuppressWarnings({ "unchecked", "NullAway" })
	static <T extends @Nullable Object> T argument(@Nullable Object[] arguments, int index) {
		return (T) arguments[index];
	}

	/**
	 * A method with one parameter so far.
	 *
	 * @param <A> the type of the parameter
	 */
	public static final class With1<A extends @Nullable Object>
			extends RpcFunctionSignature<Function<A, ? extends @Nullable Object>> {

		With1(RpcFunction method) {
			super(method, (function, arguments) -> function.apply(argument(arguments, 0)));
		}

		/** Add a parameter that callers must supply, and not as {@code null}. */
		public <B> With2<A, B> param(String name, Class<B> type) {
			return new With2<>(this.method.required(name, type));
		}

		/** Add a parameter of a generic type. */
		public <B> With2<A, B> param(String name, ParameterizedTypeReference<B> type) {
			return new With2<>(this.method.required(name, type.getType()));
		}

		/** Add a parameter that is {@code null} if a call leaves it out. */
		public <B> With2<A, @Nullable B> optionalParam(String name, Class<B> type) {
			return new With2<>(this.method.optional(name, type));
		}

		/** Add a parameter that takes all values by position that are left. */
		public <B> RpcFunctionSignature<BiFunction<A, List<B>, ? extends @Nullable Object>> restParam(String name,
				Class<B> type) {
			return new With2<>(this.method.rest(name, type));
		}

	}

	/**
	 * A method with two parameters so far.
	 *
	 * @param <A> the type of the first parameter
	 * @param <B> the type of the second parameter
	 */
	public static final class With2<A extends @Nullable Object, B extends @Nullable Object>
			extends RpcFunctionSignature<BiFunction<A, B, ? extends @Nullable Object>> {

		With2(RpcFunction method) {
			super(method, (function, arguments) -> function.apply(argument(arguments, 0), argument(arguments, 1)));
		}

		/** Add a parameter that callers must supply, and not as {@code null}. */
		public <C> RpcFunctionSignature<Function3<A, B, C>> param(String name, Class<C> type) {
			return with3(this.method.required(name, type));
		}

		/** Add a parameter of a generic type. */
		public <C> RpcFunctionSignature<Function3<A, B, C>> param(String name, ParameterizedTypeReference<C> type) {
			return with3(this.method.required(name, type.getType()));
		}

		/** Add a parameter that is {@code null} if a call leaves it out. */
		public <C> RpcFunctionSignature<Function3<A, B, @Nullable C>> optionalParam(String name, Class<C> type) {
			return with3(this.method.optional(name, type));
		}

		/** Add a parameter that takes all values by position that are left. */
		public <C> RpcFunctionSignature<Function3<A, B, List<C>>> restParam(String name, Class<C> type) {
			return with3(this.method.rest(name, type));
		}

		private static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> RpcFunctionSignature<Function3<A, B, C>> with3(
				RpcFunction method) {
			return new RpcFunctionSignature<>(method, (function, arguments) -> function.apply(argument(arguments, 0),
					argument(arguments, 1), argument(arguments, 2)));
		}

	}

	/**
	 * A function of three arguments.
	 *
	 * @param <A> the type of the first argument
	 * @param <B> the type of the second argument
	 * @param <C> the type of the third argument
	 */
	@FunctionalInterface
	public interface Function3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> {

		/** Call the function. */
		@Nullable Object apply(A first, B second, C third);

	}

}
