package io.github.springjsonrpc.server.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.codec.JsonRpcCodec;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import io.github.springjsonrpc.protocol.InvalidParamsException.Violation;
import io.github.springjsonrpc.protocol.JsonRpcParams;
import org.jspecify.annotations.Nullable;

/**
 * Binds params to the parameters of one method, by position or by name. Immutable.
 */
final class ParamsBinder {

	// enough to help, too few to be worth an attack
	private static final int MAX_VIOLATIONS = 10;

	private final ParameterReader[] readers;

	private final Map<String, Integer> indexes = new HashMap<>();

	private final @Nullable RestReader rest;

	/**
	 * Create a binder.
	 * @param parameters the parameters; only the last one may take the rest
	 * @param codec what prepares the types
	 */
	ParamsBinder(List<BoundParameter> parameters, JsonRpcCodec codec) {
		int last = parameters.size() - 1;
		boolean hasRest = last >= 0 && parameters.get(last).form().isRest();
		this.rest = hasRest ? new RestReader(parameters.get(last), codec) : null;
		this.readers = parameters.subList(0, hasRest ? last : last + 1)
			.stream()
			.map((parameter) -> new ParameterReader(parameter, codec))
			.toArray(ParameterReader[]::new);
		for (int i = 0; i < this.readers.length; i++) {
			this.indexes.put(this.readers[i].name(), i);
		}
	}

	/**
	 * Bind params.
	 * @return the arguments, in the order of the parameters
	 * @throws InvalidParamsException if they do not fit
	 */
	@Nullable Object[] bind(JsonRpcParams params) {
		Binding binding = new Binding();
		if (params.kind() == JsonRpcParams.Kind.POSITIONAL) {
			binding.readByPosition(ParamsSource.of(params));
		}
		else if (params.kind() == JsonRpcParams.Kind.NAMED) {
			binding.readByName(ParamsSource.of(params));
		}
		return binding.finish();
	}

	/**
	 * The binding of one call.
	 */
	private final class Binding {

		private final int count = ParamsBinder.this.readers.length;

		private final @Nullable RestReader rest = ParamsBinder.this.rest;

		private final @Nullable Object[] arguments = new @Nullable Object[this.count + ((this.rest != null) ? 1 : 0)];

		private final boolean[] present = new boolean[this.count];

		private @Nullable Object collected;

		private @Nullable List<Violation> violations;

		void readByPosition(ParamsSource source) {
			RestReader rest = (this.rest != null && !this.rest.isByName()) ? this.rest : null;
			for (int index = 0; source.next(); index++) {
				if (index < this.count) {
					read(index, source);
				}
				else if (rest != null) {
					Object collected = this.collected;
					read(rest.name(), () -> this.collected = rest.add(collected, source));
				}
				else {
					violation("params", "must not have more than " + this.count + " elements");
					return;
				}
				if (isHopeless()) {
					return;
				}
			}
		}

		void readByName(ParamsSource source) {
			while (source.next() && !isHopeless()) {
				String name = source.name();
				Integer index = ParamsBinder.this.indexes.get(name);
				if (index != null) {
					read(index, source);
				}
				else if (this.rest == null) {
					violation(name, "is not a parameter");
				}
				else {
					readRestByName(this.rest, name, source);
				}
			}
		}

		private void readRestByName(RestReader rest, String name, ParamsSource source) {
			Object collected = this.collected;
			if (rest.isByName()) {
				read(name, () -> this.collected = rest.put(collected, name, source));
			}
			else if (!name.equals(rest.name())) {
				violation(name, "is not a parameter");
			}
			else {
				read(name, () -> this.collected = rest.readList(source));
			}
		}

		private void read(int index, ParamsSource source) {
			ParameterReader reader = ParamsBinder.this.readers[index];
			if (this.present[index]) {
				violation(reader.name(), "is given twice");
			}
			this.present[index] = true;
			try {
				this.arguments[index] = reader.read(source);
			}
			catch (JsonDecodingException ex) {
				violation(ex, reader.name());
			}
		}

		private void read(String name, Runnable read) {
			try {
				read.run();
			}
			catch (JsonDecodingException ex) {
				violation(ex, name);
			}
		}

		private boolean isHopeless() {
			return this.violations != null && this.violations.size() >= MAX_VIOLATIONS;
		}

		private void violation(JsonDecodingException ex, String name) {
			violation(ex.pathWithin(name), String.valueOf(ex.getMessage()));
		}

		private void violation(String path, String message) {
			if (this.violations == null) {
				this.violations = new ArrayList<>();
			}
			this.violations.add(new Violation(path, message));
		}

		@Nullable Object[] finish() {
			for (int i = 0; i < this.count; i++) {
				if (!this.present[i]) {
					finishAbsent(i, ParamsBinder.this.readers[i]);
				}
			}
			if (this.violations != null) {
				throw InvalidParamsException.of(this.violations);
			}
			if (this.rest != null) {
				this.arguments[this.count] = this.rest.finish(this.collected);
			}
			return this.arguments;
		}

		private void finishAbsent(int index, ParameterReader reader) {
			if (reader.isRequired()) {
				violation(reader.name(), "is required");
			}
			else {
				this.arguments[index] = reader.absent();
			}
		}

	}

}
