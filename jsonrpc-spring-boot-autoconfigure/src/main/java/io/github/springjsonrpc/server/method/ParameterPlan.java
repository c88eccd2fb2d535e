package io.github.springjsonrpc.server.method;

import java.util.List;

import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * Where each parameter of a Java method gets its argument from.
 *
 * @param slots one for each parameter
 * @param bound the parameters that callers supply one by one
 * @param whole the parameter that takes the whole params, or {@code null}
 * @param takesParams whether a parameter takes the params as they are
 */
record ParameterPlan(List<Slot> slots, List<BoundParameter> bound, @Nullable BoundParameter whole,
		boolean takesParams) {

	/**
	 * Return what callers can supply.
	 */
	List<MethodDescription.Parameter> describe() {
		return (this.whole != null) ? List.of(this.whole.describe())
				: this.bound.stream().map(BoundParameter::describe).toList();
	}

	/**
	 * Return the names that callers know the parameters by, one for each Java parameter.
	 */
	List<String> names() {
		return this.slots.stream()
			.map((slot) -> (slot instanceof Slot.Bound single) ? this.bound.get(single.index()).name()
					: (slot instanceof Slot.Whole) ? "" : "params")
			.toList();
	}

	/**
	 * Where one parameter gets its argument from.
	 */
	sealed interface Slot {

		/**
		 * A parameter that callers supply.
		 *
		 * @param index its place among those
		 */
		record Bound(int index) implements Slot {

		}

		/**
		 * The parameter that takes the whole params, decoded.
		 */
		record Whole() implements Slot {

		}

		/**
		 * The parameter that takes the params as they are.
		 */
		record Params() implements Slot {

		}

		/**
		 * A parameter that no caller can supply.
		 *
		 * @param argument where the value comes from
		 * @param attribute name of the request attribute that holds a value which was
		 * waited for
		 * @param optional whether it is an {@link java.util.Optional}
		 * @param nullable whether it may be {@code null}
		 * @param description the parameter in words, for the log
		 */
		record Injected(RpcArgument argument, String attribute, boolean optional, boolean nullable,
				String description) implements Slot {

		}

	}

}
