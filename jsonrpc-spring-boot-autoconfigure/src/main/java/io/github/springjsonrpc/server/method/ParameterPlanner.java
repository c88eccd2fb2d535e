package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.List;

import io.github.springjsonrpc.annotation.RpcAttribute;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.method.ParameterPlan.Slot;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Decides where the parameters of one Java method get their arguments from, and refuses
 * what could not be called.
 */
final class ParameterPlanner {

	private final RpcJavaMethod method;

	private final List<RpcArgumentResolver> resolvers;

	ParameterPlanner(RpcJavaMethod method, List<RpcArgumentResolver> resolvers) {
		this.method = method;
		this.resolvers = resolvers;
	}

	ParameterPlan plan() {
		List<Slot> slots = new ArrayList<>();
		for (MethodParameter parameter : this.method.parameters()) {
			slots.add(slot(parameter));
		}
		ParameterPlan plan = new ParameterPlan(slots);
		if (plan.isAmbiguous()) {
			throw new InvalidMethodException(
					"The method " + this.method.describe() + " takes the whole params and something else of them",
					"Keep either the one parameter that takes all params or the others.");
		}
		return plan;
	}

	private Slot slot(MethodParameter parameter) {
		ParameterDeclaration declaration = new ParameterDeclaration(this.method, parameter);
		if (declaration.isExplicit()) {
			return explicit(parameter, declaration);
		}
		RpcArgument argument = argument(parameter);
		if (argument != null) {
			return new Slot.Injected(new InjectedArgument(argument, this.method, parameter));
		}
		return (parameter.getParameterType() == JsonRpcParams.class) ? new Slot.Params()
				: new Slot.Bound(declaration.bound());
	}

	private Slot explicit(MethodParameter parameter, ParameterDeclaration declaration) {
		if (ParameterDeclaration.annotation(parameter, RpcAttribute.class) != null) {
			throw new InvalidMethodException(
					this.method.describe(parameter) + " is supplied by callers and by an attribute of the request",
					"Remove one of the two annotations.");
		}
		return declaration.isWhole() ? new Slot.Whole(declaration.bound()) : new Slot.Bound(declaration.bound());
	}

	private @Nullable RpcArgument argument(MethodParameter parameter) {
		for (RpcArgumentResolver resolver : this.resolvers) {
			RpcArgument argument = resolver.resolve(parameter.nestedIfOptional());
			if (argument != null) {
				return argument;
			}
		}
		return null;
	}

}
