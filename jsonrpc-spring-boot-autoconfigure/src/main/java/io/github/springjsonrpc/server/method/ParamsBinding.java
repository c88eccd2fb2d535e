package io.github.springjsonrpc.server.method;

import java.util.Arrays;
import java.util.Map;

import io.github.springjsonrpc.codec.JsonDecodingException;
import io.github.springjsonrpc.codec.ValueCursor;
import io.github.springjsonrpc.protocol.InvalidParamsException;
import org.jspecify.annotations.Nullable;

/**
 * The binding of the params of one call.
 */
final class ParamsBinding {

	private final ParameterReader[] readers;

	private final @Nullable RestReader rest;

	// one for each reader; a last one holds what the rest reader collected so far
	private final @Nullable Object[] arguments;

	// null as long as nothing is wrong
	private @Nullable Violations violations;

	ParamsBinding(ParameterReader[] readers, @Nullable RestReader rest) {
		this.readers = readers;
		this.rest = rest;
		this.arguments = new @Nullable Object[readers.length + ((rest != null) ? 1 : 0)];
		Arrays.fill(this.arguments, 0, readers.length, MethodInvocation.OMITTED);
	}

	void readByPosition(ValueCursor source) {
		int count = this.readers.length;
		for (int position = 0; !isFull() && source.next(); position++) {
			if (position < count) {
				read(position, source);
			}
			else if (this.rest != null && !this.rest.isByName()) {
				readRest(this.rest, position - count, source);
			}
			else {
				violations().add("params",
						"must not have more than " + count + ((count == 1) ? " element" : " elements"));
				return;
			}
		}
	}

	void readByName(ValueCursor source, Map<String, Integer> indexes) {
		while (!isFull() && source.next()) {
			String name = source.name();
			Integer index = indexes.get(name);
			if (index != null && index < this.readers.length) {
				read(index, source);
			}
			else if (this.rest != null && (index != null || this.rest.isByName())) {
				readRest(this.rest, name, source);
			}
			else {
				violations().add(name, "is not a parameter");
			}
		}
	}

	private void read(int index, ValueCursor source) {
		ParameterReader reader = this.readers[index];
		if (this.arguments[index] != MethodInvocation.OMITTED) {
			violations().add(reader.name(), "is given twice");
		}
		this.arguments[index] = null;
		try {
			this.arguments[index] = reader.read(source);
		}
		catch (JsonDecodingException ex) {
			violations().add(reader.name(), ex);
		}
	}

	private void readRest(RestReader rest, int index, ValueCursor source) {
		try {
			this.arguments[this.readers.length] = rest.add(this.arguments[this.readers.length], source);
		}
		catch (JsonDecodingException ex) {
			violations().add(rest.name() + "[" + index + "]", ex);
		}
	}

	private void readRest(RestReader rest, String name, ValueCursor source) {
		try {
			this.arguments[this.readers.length] = rest.put(this.arguments[this.readers.length], name, source);
		}
		catch (JsonDecodingException ex) {
			violations().add(name, ex);
		}
	}

	/**
	 * Return the arguments.
	 * @throws InvalidParamsException if something was wrong or is missing
	 */
	@Nullable Object[] finish() {
		int count = this.readers.length;
		for (int i = 0; i < count && !isFull(); i++) {
			if (this.arguments[i] == MethodInvocation.OMITTED) {
				finishAbsent(i, this.readers[i]);
			}
		}
		if (this.violations != null) {
			throw this.violations.toException();
		}
		if (this.rest != null) {
			this.arguments[count] = this.rest.finish(this.arguments[count]);
		}
		return this.arguments;
	}

	private void finishAbsent(int index, ParameterReader reader) {
		if (reader.isRequired()) {
			violations().add(reader.name(), "is required");
		}
		else {
			this.arguments[index] = reader.absent();
		}
	}

	private boolean isFull() {
		return this.violations != null && this.violations.isFull();
	}

	private Violations violations() {
		Violations violations = this.violations;
		if (violations == null) {
			violations = new Violations();
			this.violations = violations;
		}
		return violations;
	}

}
