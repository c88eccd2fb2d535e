package io.github.springjsonrpc.client.proxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ObjectUtils;

/**
 * Sends arguments by position.
 */
final class PositionalParams implements RequestPart {

	private final @Nullable String first;

	private final List<ClientParameter> parameters;

	private final @Nullable ClientParameter rest;

	/**
	 * Create params.
	 * @param first what to send before the arguments, or {@code null} for nothing
	 * @param parameters the parameters in their order
	 * @param rest the parameter for more of them, or {@code null}
	 */
	PositionalParams(@Nullable String first, List<ClientParameter> parameters, @Nullable ClientParameter rest) {
		this.first = first;
		this.parameters = parameters;
		this.rest = rest;
	}

	@Override
	public <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		Collection<?> more = (this.rest != null) ? elements(this.rest.value(arguments)) : List.of();
		int count = more.isEmpty() ? count(arguments) : this.parameters.size();
		List<@Nullable Object> params = new ArrayList<>(1 + count + more.size());
		if (this.first != null) {
			params.add(this.first);
		}
		for (ClientParameter parameter : this.parameters.subList(0, count)) {
			params.add(parameter.value(arguments));
		}
		params.addAll(more);
		return params.isEmpty() ? spec : spec.params(params.toArray());
	}

	// without what may be left out at the end
	private int count(@Nullable Object[] arguments) {
		int count = this.parameters.size();
		while (count > 0 && this.parameters.get(count - 1).optional()
				&& this.parameters.get(count - 1).value(arguments) == null) {
			count--;
		}
		return count;
	}

	/**
	 * Return the elements of a collection or an array, none of {@code null}.
	 */
	static Collection<?> elements(@Nullable Object value) {
		return (value instanceof Collection<?> collection) ? collection
				: Arrays.asList(ObjectUtils.toObjectArray(value));
	}

}
