package io.github.springjsonrpc.server;

import java.lang.reflect.Type;
import java.util.List;

/**
 * What there is to know of a method without calling it.
 *
 * @param text what the method does, empty if nobody said
 * @param parameters what callers can supply, in order
 * @param resultType the type of the result; of a reactive type or future the type it
 * carries
 * @param owner where the method is declared, for developers and never for callers
 */
public record MethodDescription(String text, List<Parameter> parameters, Type resultType, String owner) {

	public MethodDescription {
		parameters = List.copyOf(parameters);
	}

	/**
	 * A parameter that callers can supply.
	 *
	 * @param name the name
	 * @param type the type
	 * @param required whether a call without it is refused
	 * @param text what it means, empty if nobody said
	 */
	public record Parameter(String name, Type type, boolean required, String text) {

	}

}
