package io.github.springjsonrpc.client.proxy;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.springjsonrpc.client.JsonRpcClient.RequestSpec;
import org.jspecify.annotations.Nullable;

/**
 * Sends arguments by name.
 */
final class NamedParams implements RequestPart {

	private final Map<String, ClientParameter> parameters;

	private final @Nullable ClientParameter rest;

	/**
	 * Create params.
	 * @param parameters the parameters by their names
	 * @param rest the parameter for more of them, or {@code null}
	 */
	NamedParams(Map<String, ClientParameter> parameters, @Nullable ClientParameter rest) {
		this.parameters = parameters;
		this.rest = rest;
	}

	@Override
	public <S extends RequestSpec<S>> S apply(S spec, @Nullable Object[] arguments) {
		Map<String, @Nullable Object> params = new LinkedHashMap<>();
		this.parameters.forEach((name, parameter) -> {
			Object value = parameter.value(arguments);
			if (value != null || !parameter.optional()) {
				params.put(name, value);
			}
		});
		if (this.rest != null && this.rest.value(arguments) instanceof Map<?, ?> more) {
			more.forEach((name, value) -> params.put(String.valueOf(name), value));
		}
		return params.isEmpty() ? spec : spec.params(params);
	}

}
