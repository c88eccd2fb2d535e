package io.github.springjsonrpc.client.proxy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.springjsonrpc.protocol.JsonRpcError;
import io.github.springjsonrpc.protocol.JsonRpcException;
import io.github.springjsonrpc.protocol.JsonValue;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;

/**
 * A constructor of an exception, and what of an error its parameters get.
 *
 * @param constructor the constructor
 * @param sources what the parameters get
 */
record ErrorConstructor(Constructor<?> constructor, List<Source> sources) {

	/**
	 * Choose the constructor that takes most of an error.
	 * @param type the exception class
	 * @param data whether the error has data for it
	 * @throws InvalidClientException if there is none, or no telling which
	 */
	static ErrorConstructor of(Class<?> type, boolean data) {
		List<ErrorConstructor> best = new ArrayList<>();
		for (Constructor<?> constructor : type.getDeclaredConstructors()) {
			ErrorConstructor candidate = candidate(constructor, data);
			if (candidate != null && (best.isEmpty() || candidate.weight() >= best.get(0).weight())) {
				best.removeIf((other) -> other.weight() < candidate.weight());
				best.add(candidate);
			}
		}
		if (best.size() != 1) {
			throw new InvalidClientException(
					"The exception " + type.getName()
							+ (best.isEmpty() ? " has no constructor for an error"
									: " has more than one constructor for an error"),
					"Give it one constructor whose parameters are the message (a String)" + (data ? ", the data" : "")
							+ " or the JsonRpcException that it stands for.");
		}
		return best.get(0);
	}

	private static @Nullable ErrorConstructor candidate(Constructor<?> constructor, boolean data) {
		List<Source> sources = new ArrayList<>();
		Set<Source> left = data ? EnumSet.allOf(Source.class) : EnumSet.complementOf(EnumSet.of(Source.DATA));
		for (Class<?> parameter : constructor.getParameterTypes()) {
			Source source = left.stream().filter((candidate) -> candidate.fits(parameter)).findFirst().orElse(null);
			if (source == null) {
				return null;
			}
			left.remove(source);
			sources.add(source);
		}
		return new ErrorConstructor(constructor, sources);
	}

	// what has the data has what no other part of the error tells
	private int weight() {
		return this.sources.stream().mapToInt((source) -> 1 << source.ordinal()).sum();
	}

	Class<?> type() {
		return this.constructor.getDeclaringClass();
	}

	/**
	 * Make an exception.
	 * @throws RuntimeException if the data does not fit
	 */
	Exception create(JsonRpcException exception) {
		Type[] types = this.constructor.getGenericParameterTypes();
		@Nullable Object[] arguments = new Object[this.sources.size()];
		Arrays.setAll(arguments, (index) -> this.sources.get(index).of(exception, types[index]));
		Exception created = (Exception) BeanUtils.instantiateClass(this.constructor, arguments);
		return withCause(created, exception);
	}

	private static Exception withCause(Exception created, Exception cause) {
		try {
			return (created.getCause() == null && created != cause) ? (Exception) created.initCause(cause) : created;
		}
		catch (IllegalStateException ex) {
			// it insists on having none
			return created;
		}
	}

	/**
	 * What a parameter gets, in the order of its worth.
	 */
	enum Source {

		MESSAGE, ERROR, EXCEPTION, DATA;

		boolean fits(Class<?> parameter) {
			return switch (this) {
				case MESSAGE -> parameter == String.class;
				case ERROR -> parameter == JsonRpcError.class;
				case EXCEPTION -> parameter.isAssignableFrom(JsonRpcException.class) && parameter != Object.class;
				case DATA -> true;
			};
		}

		@Nullable Object of(JsonRpcException exception, Type type) {
			return switch (this) {
				case MESSAGE -> exception.getMessage();
				case ERROR -> exception.error();
				case EXCEPTION -> exception;
				case DATA -> data(exception.data(), type);
			};
		}

		private static @Nullable Object data(@Nullable Object data, Type type) {
			Object decoded = (data instanceof JsonValue json) ? json.decode(type) : data;
			if (decoded == null && type instanceof Class<?> raw && raw.isPrimitive()) {
				throw new IllegalArgumentException("There is no data");
			}
			return decoded;
		}

	}

}
