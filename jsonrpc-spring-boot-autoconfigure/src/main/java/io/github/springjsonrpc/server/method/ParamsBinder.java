package io.github.springjsonrpc.server.method;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import io.github.springjsonrpc.server.InvalidMethodException;
import org.jspecify.annotations.Nullable;

/**
 * Binds params to the parameters of one method, by position or by name. Immutable.
 */
final class ParamsBinder {

	private final ParameterReader[] readers;

	private final Map<String, Integer> indexes = new HashMap<>();

	private final @Nullable RestReader rest;

	/**
	 * Create a binder.
	 * @param parameters the parameters
	 * @param codec what prepares the types
	 * @throws InvalidMethodException if parameters like these can't be bound
	 */
	ParamsBinder(List<BoundParameter> parameters, JsonRpcCodec codec) {
		int last = parameters.size() - 1;
		boolean hasRest = last >= 0 && parameters.get(last).form().isRest();
		this.rest = hasRest ? new RestReader(parameters.get(last), codec) : null;
		this.readers = new ParameterReader[hasRest ? last : last + 1];
		for (int i = 0; i < this.readers.length; i++) {
			this.readers[i] = new ParameterReader(parameters.get(i), codec);
		}
		for (BoundParameter parameter : parameters) {
			if (this.indexes.put(parameter.name(), this.indexes.size()) != null) {
				throw new InvalidMethodException(
						parameter.origin() + " has the name '" + parameter.name() + "' of another one",
						"Rename one of them.");
			}
		}
	}

	/**
	 * Bind params.
	 * @return the arguments, in the order of the parameters
	 * @throws InvalidParamsException if they do not fit
	 */
	@Nullable Object[] bind(JsonRpcParams params) {
		ParamsBinding binding = new ParamsBinding(this.readers, this.rest);
		switch (params.kind()) {
			case POSITIONAL -> binding.readByPosition(ParamsCursor.over(params));
			case NAMED -> binding.readByName(ParamsCursor.over(params), this.indexes);
			case NONE -> {
				// what is required is missing
			}
		}
		return binding.finish();
	}

}
