package io.github.springjsonrpc.server.method;

import java.util.List;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcRequest;
import io.github.springjsonrpc.server.method.ParameterPlan.Slot;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes the arguments of one Java method for each call, as its {@link ParameterPlan}
 * says. Immutable.
 */
final class Arguments {

	private static final Object[] NONE = {};

	private final @Nullable ParamsBinder binder;

	private final List<InjectedArgument> deferred;

	// null if the bound values are the arguments
	private final Argument @Nullable [] arguments;

	Arguments(ParameterPlan plan, JsonRpcCodec codec) {
		List<BoundParameter> bound = plan.bound();
		// also without parameters, to refuse params
		this.binder = plan.bindsOneByOne() ? new ParamsBinder(bound, codec) : null;
		this.deferred = plan.injected().stream().filter(InjectedArgument::isDeferred).toList();
		this.arguments = (bound.size() == plan.slots().size()) ? null
				: plan.slots().stream().map((slot) -> argument(slot, bound, codec)).toArray(Argument[]::new);
	}

	private static Argument argument(Slot slot, List<BoundParameter> parameters, JsonRpcCodec codec) {
		if (slot instanceof Slot.Bound single) {
			int index = parameters.indexOf(single.parameter());
			return (request, bound) -> bound[index];
		}
		if (slot instanceof Slot.Injected injected) {
			return (request, bound) -> injected.argument().get(request);
		}
		if (slot instanceof Slot.Whole whole) {
			WholeParams params = new WholeParams(whole.parameter(), codec);
			return (request, bound) -> params.read(request.params());
		}
		return (request, bound) -> request.params();
	}

	/**
	 * Wait for the arguments that are not there at once.
	 * @return the request with these as attributes, or {@code null} if there are none
	 */
	@Nullable Mono<JsonRpcRequest> prepare(JsonRpcRequest request) {
		if (this.deferred.isEmpty()) {
			return null;
		}
		Mono<JsonRpcRequest> prepared = Mono.just(request);
		for (InjectedArgument argument : this.deferred) {
			prepared = prepared.flatMap(argument::prepare);
		}
		return prepared;
	}

	/**
	 * Make the arguments.
	 * @throws InvalidParamsException if the params do not fit
	 */
	@Nullable Object[] resolve(JsonRpcRequest request) {
		@Nullable Object[] bound = (this.binder != null) ? this.binder.bind(request.params()) : NONE;
		if (this.arguments == null) {
			return bound;
		}
		@Nullable Object[] resolved = new @Nullable Object[this.arguments.length];
		for (int i = 0; i < resolved.length; i++) {
			resolved[i] = this.arguments[i].get(request, bound);
		}
		return resolved;
	}

	/**
	 * Where one argument comes from.
	 */
	@FunctionalInterface
	private interface Argument {

		@Nullable Object get(JsonRpcRequest request, @Nullable Object[] bound);

	}

}
