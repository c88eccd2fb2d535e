package io.github.springjsonrpc.server.method;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * A parameter that callers supply.
 *
 * @param name the name
 * @param type the type to decode to: of an {@link java.util.Optional} and of a rest
 * parameter that of the values inside
 * @param form what becomes of the decoded value
 * @param absence what becomes of a call without the parameter
 * @param nullable whether the JSON {@code null} is accepted, of a rest parameter as one
 * of the values inside
 * @param text what the parameter means
 * @param origin where the parameter is declared, in words
 */
record BoundParameter(String name, Type type, Form form, Absence absence, boolean nullable, String text,
		String origin) {

	boolean isRequired() {
		return this.absence instanceof Absence.Refused;
	}

	/**
	 * Return what stands for an absent value, unless there is a default value.
	 */
	@Nullable Object absent() {
		return (this.absence instanceof Absence.Omitted) ? MethodInvocation.OMITTED : present(null);
	}

	/**
	 * Return the argument for a value that is there.
	 */
	@Nullable Object present(@Nullable Object value) {
		return (this.form == Form.OPTIONAL) ? Optional.ofNullable(value) : value;
	}

	MethodDescription.Parameter describe() {
		return new MethodDescription.Parameter(this.name, describedType(), isRequired(), this.text);
	}

	private Type describedType() {
		ResolvableType value = ResolvableType.forType(this.type);
		return switch (this.form) {
			case VALUE, OPTIONAL -> this.type;
			case REST_ARRAY, REST_LIST -> ResolvableType.forClassWithGenerics(List.class, value).getType();
			case REST_MAP ->
				ResolvableType.forClassWithGenerics(Map.class, ResolvableType.forClass(String.class), value).getType();
		};
	}

	/**
	 * What becomes of a decoded value.
	 */
	enum Form {

		/** It is the argument. */
		VALUE,

		/** It is wrapped in an {@link java.util.Optional}. */
		OPTIONAL,

		/** It and all values by position behind it make an array. */
		REST_ARRAY,

		/** It and all values by position behind it make a list. */
		REST_LIST,

		/** All values whose name no other parameter has make a map. */
		REST_MAP;

		boolean isRest() {
			return this == REST_ARRAY || this == REST_LIST || this == REST_MAP;
		}

	}

	/**
	 * What becomes of a call without the parameter.
	 */
	sealed interface Absence {

		/** It is refused. */
		record Refused() implements Absence {

		}

		/** The argument is {@code null}, or whatever is empty. */
		record Empty() implements Absence {

		}

		/**
		 * The argument is a default value.
		 *
		 * @param text JSON, or the text of a string
		 */
		record DefaultValue(String text) implements Absence {

		}

		/** The method has a default of its own. */
		record Omitted() implements Absence {

		}

	}

}
