package io.github.springjsonrpc.codec;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds out which types a JSON library handles in its own standard way.
 */
final class StandardTypes {

	private StandardTypes() {
	}

	/**
	 * Return the types among the candidates that are handled in the standard way. Those
	 * that can't be handled at all are not: whoever needs them will tell.
	 */
	static Set<Class<?>> among(Set<Class<?>> candidates, Check check) {
		Set<Class<?>> standard = new HashSet<>();
		for (Class<?> type : candidates) {
			try {
				if (check.isStandard(type)) {
					standard.add(type);
				}
			}
			catch (Exception | LinkageError ex) {
				// not in the standard way
			}
		}
		return standard;
	}

	/**
	 * How to find out.
	 */
	@FunctionalInterface
	interface Check {

		boolean isStandard(Class<?> type) throws Exception;

	}

}
