package io.github.springjsonrpc.codec;

import java.lang.reflect.Type;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * What is prepared once for each type and then kept.
 *
 * @param <T> what is prepared
 */
final class PerType<T> {

	private final ConcurrentMap<Type, T> prepared = new ConcurrentHashMap<>();

	private final Function<Type, T> prepare;

	PerType(Function<Type, T> prepare) {
		this.prepare = prepare;
	}

	T get(Type type) {
		return this.prepared.computeIfAbsent(type, this.prepare);
	}

}
