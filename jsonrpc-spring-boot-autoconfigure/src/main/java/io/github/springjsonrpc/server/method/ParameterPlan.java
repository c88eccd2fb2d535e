package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Objects;

import io.github.springjsonrpc.server.MethodDescription;

/**
 * Where each parameter of a Java method gets its argument from.
 *
 * @param slots one for each parameter
 */
record ParameterPlan(List<Slot> slots) {

	/**
	 * Return the parameters that callers supply one by one.
	 */
	List<BoundParameter> bound() {
		return slots(Slot.Bound.class).stream().map(Slot.Bound::parameter).toList();
	}

	/**
	 * Return whether params are bound one by one: not if a parameter takes them all, but
	 * also if there is no parameter for any.
	 */
	boolean bindsOneByOne() {
		return slots(Slot.Whole.class).isEmpty() && slots(Slot.Params.class).isEmpty();
	}

	/**
	 * Return what callers can supply.
	 */
	List<MethodDescription.Parameter> describe() {
		return this.slots.stream()
			.map((slot) -> (slot instanceof Slot.Bound bound) ? bound.parameter()
					: (slot instanceof Slot.Whole whole) ? whole.parameter() : null)
			.filter(Objects::nonNull)
			.map(BoundParameter::describe)
			.toList();
	}

	/**
	 * Return the names that callers know the parameters by, one for each Java parameter.
	 */
	List<String> names() {
		return this.slots.stream().map(Slot::name).toList();
	}

	<S extends Slot> List<S> slots(Class<S> type) {
		return this.slots.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * Where one parameter gets its argument from.
	 */
	sealed interface Slot {

		/**
		 * Return the name that callers know the parameter by, empty for all params.
		 */
		default String name() {
			return "";
		}

		/**
		 * A parameter that callers supply.
		 *
		 * @param parameter the parameter
		 */
		record Bound(BoundParameter parameter) implements Slot {

			@Override
			public String name() {
				return this.parameter.name();
			}

		}

		/**
		 * The parameter that takes the whole params, decoded.
		 *
		 * @param parameter the parameter
		 */
		record Whole(BoundParameter parameter) implements Slot {

		}

		/**
		 * The parameter that takes the params as they are.
		 */
		record Params() implements Slot {

		}

		/**
		 * A parameter that no caller can supply.
		 *
		 * @param argument gets the value
		 */
		record Injected(InjectedArgument argument) implements Slot {

		}

	}

}
