package io.github.springjsonrpc.client.proxy;

import java.util.Arrays;
import java.util.Collection;

import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ObjectUtils;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * An argument that goes into a header: several values if it is a collection or an array,
 * none if it is {@code null}.
 *
 * @param index its place
 * @param name the name of the header
 */
record HeaderArgument(int index, String name) implements RequestPart {

	private static final boolean PRESENT = ClassUtils.isPresent("org.springframework.web.bind.annotation.RequestHeader",
			HeaderArgument.class.getClassLoader());

	static @Nullable RequestPart of(ClientMethod method, MethodParameter parameter) {
		RequestHeader annotation = PRESENT ? ClientMethod.annotation(parameter, RequestHeader.class) : null;
		return (annotation != null)
				? new HeaderArgument(parameter.getParameterIndex(), method.nameOf(parameter, annotation.name())) : null;
	}

	@Override
	public <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		Object value = Arguments.value(arguments[this.index]);
		if (value == null) {
			return spec;
		}
		Collection<?> values = (value instanceof Collection<?> collection) ? collection
				: Arrays.asList(ObjectUtils.toObjectArray(value.getClass().isArray() ? value : new Object[] { value }));
		return spec.header(this.name, values.stream().map(String::valueOf).toArray(String[]::new));
	}

}
