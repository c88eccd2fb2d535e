package io.github.springjsonrpc.server.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

import io.github.springjsonrpc.annotation.RpcParam;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.server.InvalidMethodException;
import io.github.springjsonrpc.server.method.BoundParameter.Absence;
import io.github.springjsonrpc.server.method.BoundParameter.Form;
import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodParameter;
import org.springframework.core.Nullness;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What the declaration of a parameter says about how callers supply it: its annotations,
 * its type, its nullness.
 */
final class ParameterDeclaration {

	// optional types that the codec knows by itself
	private static final Set<Class<?>> EMPTY_FOR_NULL = Set.of(OptionalInt.class, OptionalLong.class,
			OptionalDouble.class);

	private final RpcJavaMethod method;

	private final MethodParameter parameter;

	private final @Nullable RpcParam annotation;

	ParameterDeclaration(RpcJavaMethod method, MethodParameter parameter) {
		this.method = method;
		this.parameter = parameter;
		this.annotation = annotation(parameter, RpcParam.class);
	}

	/**
	 * Find an annotation of a parameter, also one that stands on another annotation.
	 */
	static <A extends Annotation> @Nullable A annotation(MethodParameter parameter, Class<A> type) {
		return AnnotatedElementUtils
			.getMergedAnnotation(AnnotatedElementUtils.forAnnotations(parameter.getParameterAnnotations()), type);
	}

	/**
	 * Return whether an annotation says that callers supply the parameter.
	 */
	boolean isExplicit() {
		return this.annotation != null || isWhole();
	}

	/**
	 * Return whether the parameter takes the whole params as one object.
	 */
	boolean isWhole() {
		return annotation(this.parameter, RpcParams.class) != null;
	}

	BoundParameter bound() {
		Form form = form();
		Absence absence = absence(form);
		boolean nonNull = Nullness.forMethodParameter(this.parameter) == Nullness.NON_NULL;
		if (absence instanceof Absence.Empty && form == Form.VALUE && nonNull) {
			throw new InvalidMethodException(describe() + " is optional but can't be null",
					"Give it a default value, or make it an Optional or "
							+ (this.parameter.getParameterType().isPrimitive() ? "its wrapper type." : "@Nullable."));
		}
		boolean nullable = form.isRest() ? RestNullness.acceptsNull(this.parameter) : form == Form.OPTIONAL || !nonNull;
		return new BoundParameter(isWhole() ? "params" : name(), type(form), form, absence, nullable,
				(this.annotation != null) ? this.annotation.description() : "", describe());
	}

	private String name() {
		if (this.annotation != null && !this.annotation.name().isEmpty()) {
			return this.annotation.name();
		}
		String name = this.parameter.getParameterName();
		if (name == null) {
			throw new MissingParameterNameException(describe());
		}
		return name;
	}

	private Absence absence(Form form) {
		if (this.annotation != null && !RpcParam.NO_DEFAULT.equals(this.annotation.defaultValue())) {
			if (form.isRest()) {
				throw new InvalidMethodException(describe() + " takes the rest and can't have a default value",
						"Remove the default value: without a rest the parameter is empty.");
			}
			return new Absence.DefaultValue(this.annotation.defaultValue());
		}
		if (form.isRest()) {
			return new Absence.Empty();
		}
		if (this.method.hasDefault(this.parameter)) {
			return new Absence.Omitted();
		}
		if (EMPTY_FOR_NULL.contains(this.parameter.getParameterType())) {
			return new Absence.DefaultValue("null");
		}
		boolean optional = this.parameter.isOptional() || (this.annotation != null && !this.annotation.required());
		return optional ? new Absence.Empty() : new Absence.Refused();
	}

	private Form form() {
		Class<?> type = this.parameter.getParameterType();
		if (this.annotation != null && this.annotation.rest()) {
			return restForm(type);
		}
		if (this.method.isVarArgs(this.parameter) && !isWhole()) {
			return Form.REST_ARRAY;
		}
		return (type == Optional.class) ? Form.OPTIONAL : Form.VALUE;
	}

	private Form restForm(Class<?> type) {
		if (type == List.class) {
			return Form.REST_LIST;
		}
		if (type == Map.class) {
			return Form.REST_MAP;
		}
		if (type.isArray()) {
			return Form.REST_ARRAY;
		}
		throw new InvalidMethodException(describe() + " takes the rest but is neither a List nor a Map",
				"Make it a List or an array for params by position, or a Map with String keys for params by name.");
	}

	private Type type(Form form) {
		ResolvableType type = ResolvableType.forType(this.method.resolve(this.parameter.getGenericParameterType()));
		return switch (form) {
			case REST_ARRAY -> type.getComponentType().getType();
			case REST_LIST, OPTIONAL -> generic(type, 0);
			case REST_MAP -> generic(type, 1);
			case VALUE -> withoutValueClass(type.getType(), this.parameter.getParameterType());
		};
	}

	private static Type generic(ResolvableType type, int index) {
		ResolvableType generic = type.getGeneric(index);
		return (generic != ResolvableType.NONE) ? generic.getType() : Object.class;
	}

	// JSON has what a Kotlin value class wraps
	private static Type withoutValueClass(Type type, Class<?> javaClass) {
		Method unboxing = KotlinDetector.isInlineClass(javaClass) ? ReflectionUtils.findMethod(javaClass, "unbox-impl")
				: null;
		if (unboxing == null) {
			return type;
		}
		Class<?> wrapped = ClassUtils.resolvePrimitiveIfNecessary(unboxing.getReturnType());
		return withoutValueClass((wrapped == unboxing.getReturnType()) ? unboxing.getGenericReturnType() : wrapped,
				wrapped);
	}

	private String describe() {
		return this.method.describe(this.parameter);
	}

}
