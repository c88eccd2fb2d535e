package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.server.MethodDescription;

/**
 * Where each parameter of a Java method gets its argument from.
 */
final class ParameterPlan {

	private final List<Slot> slots;

	private final List<BoundParameter> bound = new ArrayList<>();

	private final List<InjectedArgument> injected = new ArrayList<>();

	private final List<MethodDescription.Parameter> described = new ArrayList<>();

	// how many parameters take the whole params, decoded or as they are
	private int decoded;

	private int asTheyAre;

	/**
	 * Create a plan.
	 * @param slots one for each parameter
	 */
	ParameterPlan(List<Slot> slots) {
		this.slots = List.copyOf(slots);
		for (Slot slot : slots) {
			if (slot instanceof Slot.Bound single) {
				this.bound.add(single.parameter());
				this.described.add(single.parameter().describe());
			}
			else if (slot instanceof Slot.Whole whole) {
				this.decoded++;
				this.described.add(whole.parameter().describe());
			}
			else if (slot instanceof Slot.Injected argument) {
				this.injected.add(argument.argument());
			}
			else {
				this.asTheyAre++;
			}
		}
	}

	/**
	 * Return where the parameters get their arguments from, one by one.
	 */
	List<Slot> slots() {
		return this.slots;
	}

	/**
	 * Return the parameters that callers supply one by one.
	 */
	List<BoundParameter> bound() {
		return this.bound;
	}

	/**
	 * Return what no caller can supply.
	 */
	List<InjectedArgument> injected() {
		return this.injected;
	}

	/**
	 * Return whether params are bound one by one: not if a parameter takes them all, but
	 * also if there is no parameter for any.
	 */
	boolean bindsOneByOne() {
		return this.decoded + this.asTheyAre == 0;
	}

	/**
	 * Return whether a parameter takes all params and another some of them, or all of
	 * them again.
	 */
	boolean isAmbiguous() {
		return (!bindsOneByOne() && !this.bound.isEmpty()) || this.decoded > 1;
	}

	/**
	 * Return what callers can supply.
	 */
	List<MethodDescription.Parameter> describe() {
		return this.described;
	}

	/**
	 * Return the names that callers know the parameters by, one for each Java parameter.
	 */
	List<String> names() {
		return this.slots.stream().map(Slot::name).toList();
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
