package io.github.springjsonrpc.server.method;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.InvalidParamsException.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.metadata.MethodDescriptor;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Validates with Jakarta Bean Validation: constraints on parameters, and {@code @Valid}
 * objects, in the groups that {@link Validated @Validated} on the method or its class
 * names.
 */
public final class BeanValidationArgumentValidator implements RpcArgumentValidator {

	private final Validator validator;

	/**
	 * Create a validator.
	 * @param validator what validates
	 */
	public BeanValidationArgumentValidator(Validator validator) {
		this.validator = validator;
	}

	@Override
	public @Nullable Validation prepare(Class<?> beanType, Method method, List<String> names) {
		MethodDescriptor descriptor = this.validator.getConstraintsForClass(beanType)
			.getConstraintsForMethod(method.getName(), method.getParameterTypes());
		if (descriptor == null || !hasConstraints(descriptor)) {
			return null;
		}
		Class<?>[] groups = groups(beanType, method);
		return (bean, arguments) -> check(
				this.validator.forExecutables().validateParameters(target(bean, method), method, arguments, groups),
				names);
	}

	// hasConstrainedParameters() would miss those of elements alone
	private static boolean hasConstraints(MethodDescriptor method) {
		return method.hasConstrainedParameters() || method.getParameterDescriptors()
			.stream()
			.anyMatch((parameter) -> !parameter.getConstrainedContainerElementTypes().isEmpty());
	}

	private static Class<?>[] groups(Class<?> beanType, Method method) {
		Validated validated = AnnotatedElementUtils.findMergedAnnotation(method, Validated.class);
		if (validated == null) {
			validated = AnnotatedElementUtils.findMergedAnnotation(beanType, Validated.class);
		}
		return (validated != null) ? validated.value() : new Class<?>[0];
	}

	// the constraints may stand on the class and not on the interface of a proxy
	private static Object target(Object bean, Method method) {
		if (method.getDeclaringClass().isInstance(bean)) {
			return bean;
		}
		Object target = AopProxyUtils.getSingletonTarget(bean);
		return (target != null) ? target : bean;
	}

	private static void check(Set<ConstraintViolation<Object>> violations, List<String> names) {
		if (!violations.isEmpty()) {
			throw InvalidParamsException.of(violations.stream()
				.map((violation) -> new Violation(path(violation.getPropertyPath(), names), violation.getMessage()))
				.sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
				.limit(Violations.MAX)
				.toList());
		}
	}

	private static String path(Path path, List<String> names) {
		StringBuilder text = new StringBuilder();
		for (Path.Node node : path) {
			if (node.isInIterable()) {
				text.append('[').append(index(node)).append(']');
			}
			switch (node.getKind()) {
				case METHOD, CONTAINER_ELEMENT, BEAN, CROSS_PARAMETER -> {
					// no name of its own
				}
				case PARAMETER -> text.append(names.get(node.as(Path.ParameterNode.class).getParameterIndex()));
				default -> text.append(text.isEmpty() ? "" : ".").append(node.getName());
			}
		}
		return text.isEmpty() ? "params" : text.toString();
	}

	// elements of a set have neither
	private static Object index(Path.Node node) {
		return (node.getIndex() != null) ? node.getIndex() : (node.getKey() != null) ? node.getKey() : "";
	}

}
