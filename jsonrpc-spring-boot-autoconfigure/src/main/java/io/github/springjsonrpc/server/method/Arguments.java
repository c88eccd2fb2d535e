package io.github.springjsonrpc.server.method;

import java.util.List;
import java.util.Optional;

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

	private final Slot[] slots;

	private final @Nullable ParamsBinder binder;

	private final @Nullable WholeParams whole;

	private final List<Slot.Injected> deferred;

	private final boolean allBound;

	Arguments(ParameterPlan plan, JsonRpcCodec codec) {
		this.slots = plan.slots().toArray(Slot[]::new);
		this.whole = (plan.whole() != null) ? new WholeParams(plan.whole(), codec) : null;
		// also without parameters, to refuse params
		this.binder = (plan.takesParams() || plan.whole() != null) ? null : new ParamsBinder(plan.bound(), codec);
		this.deferred = plan.slots()
			.stream()
			.filter(Slot.Injected.class::isInstance)
			.map(Slot.Injected.class::cast)
			.filter((slot) -> slot.argument().isDeferred())
			.toList();
		this.allBound = plan.slots().stream().allMatch(Slot.Bound.class::isInstance);
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
		for (Slot.Injected slot : this.deferred) {
			prepared = prepared.flatMap((ready) -> await(slot, ready));
		}
		return prepared;
	}

	private static Mono<JsonRpcRequest> await(Slot.Injected slot, JsonRpcRequest request) {
		if (!(slot.argument().get(request) instanceof Mono<?> value)) {
			return Mono.just(request);
		}
		return value.map((there) -> request.withAttribute(slot.attribute(), there)).defaultIfEmpty(request);
	}

	/**
	 * Make the arguments.
	 * @throws InvalidParamsException if the params do not fit
	 */
	@Nullable Object[] resolve(JsonRpcRequest request) {
		@Nullable Object[] bound = (this.binder != null) ? this.binder.bind(request.params()) : new Object[0];
		if (this.allBound) {
			return bound;
		}
		@Nullable Object[] arguments = new @Nullable Object[this.slots.length];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = argument(this.slots[i], request, bound);
		}
		return arguments;
	}

	private @Nullable Object argument(Slot slot, JsonRpcRequest request, @Nullable Object[] bound) {
		if (slot instanceof Slot.Bound single) {
			return bound[single.index()];
		}
		if (slot instanceof Slot.Injected injected) {
			return inject(injected, request);
		}
		return (this.whole != null && slot instanceof Slot.Whole) ? this.whole.read(request.params())
				: request.params();
	}

	private static @Nullable Object inject(Slot.Injected slot, JsonRpcRequest request) {
		Object value = slot.argument().isDeferred() ? request.attribute(slot.attribute())
				: slot.argument().get(request);
		if (slot.optional()) {
			return Optional.ofNullable(value);
		}
		if (value == null && !slot.nullable()) {
			throw new IllegalStateException(slot.description() + " has no value in this call");
		}
		return value;
	}

}
