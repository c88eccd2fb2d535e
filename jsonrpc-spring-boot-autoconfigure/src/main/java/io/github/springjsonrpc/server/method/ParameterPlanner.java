package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.method.ParameterPlan.Slot;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.core.ResolvableType;

/**
 * Decides where the parameters of one Java method get their arguments from, and refuses
 * what could not be called.
 */
final class ParameterPlanner {

	private final RpcJavaMethod method;

	private final List<RpcArgumentResolver> resolvers;

	private final List<Slot> slots = new ArrayList<>();

	private final List<BoundParameter> bound = new ArrayList<>();

	private @Nullable BoundParameter whole;

	private boolean takesParams;

	ParameterPlanner(RpcJavaMethod method, List<RpcArgumentResolver> resolvers) {
		this.method = method;
		this.resolvers = resolvers;
	}

	ParameterPlan plan() {
		MethodParameter[] parameters = this.method.getMethodParameters();
		// the last parameter of a coroutine is its continuation
		int count = KotlinDetector.isSuspendingFunction(this.method.getMethod()) ? parameters.length - 1
				: parameters.length;
		for (int i = 0; i < count; i++) {
			this.slots.add(slot(parameters[i]));
		}
		checkBound();
		return new ParameterPlan(List.copyOf(this.slots), List.copyOf(this.bound), this.whole, this.takesParams);
	}

	private Slot slot(MethodParameter parameter) {
		for (RpcArgumentResolver resolver : this.resolvers) {
			RpcArgument argument = resolver.resolve(parameter.nestedIfOptional());
			if (argument != null) {
				return new Slot.Injected(argument, "jsonrpc.argument." + parameter.getParameterIndex(),
						parameter.getParameterType() == Optional.class, parameter.isOptional(), describe(parameter));
			}
		}
		if (parameter.getParameterType() == JsonRpcParams.class) {
			this.takesParams = true;
			return new Slot.Params();
		}
		if (parameter.hasParameterAnnotation(RpcParams.class)) {
			this.whole = bound(parameter, "params", null);
			return new Slot.Whole();
		}
		RpcParam annotation = parameter.getParameterAnnotation(RpcParam.class);
		this.bound.add(bound(parameter, name(parameter, annotation), annotation));
		return new Slot.Bound(this.bound.size() - 1);
	}

	private BoundParameter bound(MethodParameter parameter, String name, @Nullable RpcParam annotation) {
		String defaultValue = (annotation != null && !RpcParam.NO_DEFAULT.equals(annotation.defaultValue()))
				? annotation.defaultValue() : null;
		BoundParameter.Form form = form(parameter, annotation);
		boolean optional = parameter.isOptional() || (annotation != null && !annotation.required());
		boolean nullable = !parameter.getParameterType().isPrimitive()
				&& (optional || Nullness.forMethodParameter(parameter) != Nullness.NON_NULL);
		if (optional && defaultValue == null && parameter.getParameterType().isPrimitive()
				&& !KotlinDetector.isKotlinType(parameter.getContainingClass())) {
			throw new InvalidMethodException(describe(parameter) + " is optional but can't be null",
					"Give it a default value, or make it an Optional or its wrapper type.");
		}
		return new BoundParameter(name, type(parameter, form), form, !optional && defaultValue == null, nullable,
				defaultValue, (annotation != null) ? annotation.description() : "");
	}

	private BoundParameter.Form form(MethodParameter parameter, @Nullable RpcParam annotation) {
		Class<?> type = parameter.getParameterType();
		Method method = this.method.getMethod();
		if (method.isVarArgs() && parameter.getParameterIndex() == method.getParameterCount() - 1) {
			return BoundParameter.Form.REST_ARRAY;
		}
		if (annotation != null && annotation.rest()) {
			if (type == List.class) {
				return BoundParameter.Form.REST_LIST;
			}
			if (type == Map.class) {
				return BoundParameter.Form.REST_MAP;
			}
			throw new InvalidMethodException(describe(parameter) + " takes the rest but is neither a List nor a Map",
					"Make it a List for params by position, or a Map with String keys for params by name.");
		}
		return (type == Optional.class) ? BoundParameter.Form.OPTIONAL : BoundParameter.Form.VALUE;
	}

	private Type type(MethodParameter parameter, BoundParameter.Form form) {
		ResolvableType type = ResolvableType.forType(this.method.resolve(parameter.getGenericParameterType()));
		return switch (form) {
			case REST_ARRAY -> type.getComponentType().getType();
			case REST_LIST, OPTIONAL -> generic(type, 0);
			case REST_MAP -> generic(type, 1);
			case VALUE -> type.getType();
		};
	}

	private static Type generic(ResolvableType type, int index) {
		ResolvableType generic = type.getGeneric(index);
		return (generic != ResolvableType.NONE) ? generic.getType() : Object.class;
	}

	private String name(MethodParameter parameter, @Nullable RpcParam annotation) {
		if (annotation != null && !annotation.name().isEmpty()) {
			return annotation.name();
		}
		String name = parameter.getParameterName();
		if (name == null) {
			throw new MissingParameterNameException(describe(parameter));
		}
		return name;
	}

	private void checkBound() {
		if ((this.takesParams || this.whole != null) && !this.bound.isEmpty()) {
			throw new InvalidMethodException(
					"The method " + this.method.describe() + " takes the whole params and single ones as well",
					"Keep either the one that takes all params or the others.");
		}
		for (int i = 0; i < this.bound.size() - 1; i++) {
			if (this.bound.get(i).form().isRest()) {
				throw new InvalidMethodException(
						"The method " + this.method.describe() + " has a rest parameter '" + this.bound.get(i).name()
								+ "' that is not the last one",
						"Move it behind the other parameters that callers supply.");
			}
		}
		if (this.bound.stream().map(BoundParameter::name).distinct().count() != this.bound.size()) {
			throw new InvalidMethodException(
					"The method " + this.method.describe() + " has two parameters of the same name",
					"Rename one of them.");
		}
	}

	private String describe(MethodParameter parameter) {
		return "Parameter " + (parameter.getParameterIndex() + 1) + " of the method " + this.method.describe();
	}

}
