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

/**
 * Validates with Jakarta Bean Validation: constraints on parameters, and {@code @Valid}
 * objects.
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
		if (descriptor == null || !descriptor.hasConstrainedParameters()) {
			return null;
		}
		return (bean, arguments) -> validate(bean, method, arguments, names);
	}

	private void validate(Object bean, Method method, @Nullable Object[] arguments, List<String> names) {
		Object target = AopProxyUtils.getSingletonTarget(bean);
		Set<ConstraintViolation<Object>> violations = this.validator.forExecutables()
			.validateParameters((target != null) ? target : bean, method, arguments);
		if (!violations.isEmpty()) {
			throw InvalidParamsException.of(violations.stream()
				.map((violation) -> new Violation(path(violation.getPropertyPath(), names), violation.getMessage()))
				.sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
				.toList());
		}
	}

	private static String path(Path path, List<String> names) {
		StringBuilder text = new StringBuilder();
		for (Path.Node node : path) {
			if (node.isInIterable()) {
				text.append('[').append((node.getIndex() != null) ? node.getIndex() : node.getKey()).append(']');
			}
			switch (node.getKind()) {
				case METHOD, CONTAINER_ELEMENT, BEAN -> {
					// no name of its own
				}
				case PARAMETER -> text.append(names.get(node.as(Path.ParameterNode.class).getParameterIndex()));
				default -> text.append(text.isEmpty() ? "" : ".").append(node.getName());
			}
		}
		return text.toString();
	}

}
