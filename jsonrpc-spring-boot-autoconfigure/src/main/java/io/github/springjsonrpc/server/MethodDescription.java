package io.github.springjsonrpc.server;

import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a method without calling it.
 *
 * @param text what the method does, empty if nobody said
 * @param parameters what callers can supply, in order
 * @param resultType the type of the result; of a reactive type or future the type it
 * carries
 * @param owner where the method is declared, for developers and never for callers
 * @param subscription what the method subscribes to; {@code null} if it does not
 */
public record MethodDescription(String text, List<Parameter> parameters, Type resultType, String owner,
		@Nullable Subscription subscription) {

	public MethodDescription {
		parameters = List.copyOf(parameters);
	}

	/**
	 * Describe a method that does not subscribe.
	 * @param text what the method does, empty if nobody said
	 * @param parameters what callers can supply, in order
	 * @param resultType the type of the result
	 * @param owner where the method is declared
	 */
	public MethodDescription(String text, List<Parameter> parameters, Type resultType, String owner) {
		this(text, parameters, resultType, owner, null);
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

	/**
	 * What a method subscribes to.
	 *
	 * @param unsubscribe the name of the method that ends a subscription
	 * @param notification the name of the notifications that carry the items
	 * @param end the name of the notification that tells the end
	 * @param itemType the type of the items
	 * @param kinds what the first parameter chooses from: by name the description of the
	 * further parameters and, as the result type, of the items; empty if there is nothing
	 * to choose
	 */
	public record Subscription(String unsubscribe, String notification, String end, Type itemType,
			Map<String, MethodDescription> kinds) {

		public Subscription {
			kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
		}

	}

}
