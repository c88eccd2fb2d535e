package io.github.springjsonrpc.server.method;

import java.lang.reflect.Type;

import io.github.springjsonrpc.server.MethodDescription;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that callers supply.
 *
 * @param name the name
 * @param type the type to decode to: of an {@link java.util.Optional} and of a rest
 * parameter that of the values inside
 * @param form what becomes of the decoded value
 * @param required whether a call without it is refused
 * @param nullable whether the JSON {@code null} is accepted
 * @param defaultValue what stands in for an absent value, or {@code null}
 * @param text what the parameter means
 */
record BoundParameter(String name, Type type, Form form, boolean required, boolean nullable,
		@Nullable String defaultValue, String text) {

	static BoundParameter required(String name, Type type) {
		return new BoundParameter(name, type, Form.VALUE, true, true, null, "");
	}

	static BoundParameter optional(String name, Type type) {
		return new BoundParameter(name, type, Form.VALUE, false, true, null, "");
	}

	static BoundParameter rest(String name, Type type) {
		return new BoundParameter(name, type, Form.REST_LIST, false, true, null, "");
	}

	MethodDescription.Parameter describe() {
		return new MethodDescription.Parameter(this.name, this.type, this.required, this.text);
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

}
