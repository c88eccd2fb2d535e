package io.github.springjsonrpc.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What travels with a message and never over the wire. A list, because there are few and
 * each copy of a message shares them.
 *
 * @param name the name
 * @param value the value
 * @param next the ones that were there before
 */
record Attribute(String name, Object value, @Nullable Attribute next) {

	static @Nullable Object find(@Nullable Attribute first, String name) {
		for (Attribute attribute = first; attribute != null; attribute = attribute.next) {
			if (attribute.name.equals(name)) {
				return attribute.value;
			}
		}
		return null;
	}

	static Map<String, Object> toMap(@Nullable Attribute first) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (Attribute attribute = first; attribute != null; attribute = attribute.next) {
			map.putIfAbsent(attribute.name, attribute.value);
		}
		return Collections.unmodifiableMap(map);
	}

}
