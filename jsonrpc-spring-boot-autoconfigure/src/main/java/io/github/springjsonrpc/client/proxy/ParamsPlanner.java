package io.github.springjsonrpc.client.proxy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.annotation.RpcClient;
import io.github.springjsonrpc.annotation.RpcParams;
import io.github.springjsonrpc.client.proxy.ClientParameter.Rest;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;

/**
 * Decides how the arguments of one method are sent as params.
 */
final class ParamsPlanner {

	private final ClientMethod method;

	private final RpcClient.Params style;

	private final @Nullable String first;

	/**
	 * Create a planner.
	 * @param method the method
	 * @param style how to send arguments
	 * @param first what to send before them, which only an array can, or {@code null} for
	 * nothing
	 */
	ParamsPlanner(ClientMethod method, RpcClient.Params style, @Nullable String first) {
		this.method = method;
		this.style = (first != null) ? RpcClient.Params.BY_POSITION : style;
		this.first = first;
	}

	/**
	 * Plan the params.
	 * @param parameters the parameters whose arguments are sent
	 * @throws InvalidClientException if they can't be
	 */
	RequestPart plan(List<MethodParameter> parameters) {
		List<MethodParameter> whole = parameters.stream().filter(ParamsPlanner::isWhole).toList();
		if (!whole.isEmpty()) {
			if (parameters.size() > 1 || this.first != null) {
				throw new InvalidClientException(
						"The method " + this.method.describe() + " gives the whole params and something else of them",
						"Keep either the one parameter that gives all params or the others.");
			}
			return new WholeParams(whole.get(0).getParameterIndex());
		}
		return plan(parameters.stream().map((parameter) -> ClientParameter.of(this.method, parameter)).toList(),
				parameters.size() - 1);
	}

	private RequestPart plan(List<ClientParameter> parameters, int last) {
		checkRest(parameters, last);
		ClientParameter rest = (last >= 0 && parameters.get(last).rest() != Rest.NONE) ? parameters.get(last) : null;
		List<ClientParameter> others = (rest != null) ? parameters.subList(0, last) : parameters;
		return isByName(rest) ? new NamedParams(byName(others), rest) : new PositionalParams(this.first, others, rest);
	}

	private boolean isByName(@Nullable ClientParameter rest) {
		if (rest == null) {
			return this.style == RpcClient.Params.BY_NAME;
		}
		if (rest.rest() == Rest.BY_NAME && this.style == RpcClient.Params.BY_POSITION) {
			throw new InvalidClientException(
					this.method.describe(rest.parameter()) + " gives the rest by name, but params are sent by position",
					"Make it a List or an array, or let the @RpcClient send params by name.");
		}
		return rest.rest() == Rest.BY_NAME;
	}

	private void checkRest(List<ClientParameter> parameters, int last) {
		for (ClientParameter parameter : parameters.subList(0, Math.max(last, 0))) {
			if (parameter.rest() != Rest.NONE) {
				throw new InvalidClientException(
						this.method.describe(parameter.parameter()) + " gives the rest but is not the last one",
						"Move it to the end.");
			}
		}
	}

	private Map<String, ClientParameter> byName(List<ClientParameter> parameters) {
		Map<String, ClientParameter> named = new LinkedHashMap<>();
		for (ClientParameter parameter : parameters) {
			if (named.put(parameter.name(), parameter) != null) {
				throw new InvalidClientException("Two parameters of the method " + this.method.describe()
						+ " are called '" + parameter.name() + "'", "Name one of them otherwise with @RpcParam.");
			}
		}
		return named;
	}

	private static boolean isWhole(MethodParameter parameter) {
		return parameter.getParameterType() == JsonRpcParams.class
				|| ClientMethod.annotation(parameter, RpcParams.class) != null;
	}

}
