package io.github.springjsonrpc.server.method;

import io.github.springjsonrpc.annotation.RpcSubscription;
import io.github.springjsonrpc.server.InvalidMethodException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The names that belong to a subscription.
 *
 * @param subscribe the method that subscribes
 * @param unsubscribe the method that ends the subscription
 * @param notification the notifications that carry the items
 * @param end the notification that tells the end
 * @param kind what callers choose the subscription by, or {@code null} if there is
 * nothing to choose
 */
record SubscriptionNames(String subscribe, String unsubscribe, String notification, String end, @Nullable String kind) {

	private static final String SUBSCRIBE = "subscribe";

	/**
	 * Find out the names of a subscription.
	 * @throws InvalidMethodException if they contradict each other, or one is missing
	 */
	static SubscriptionNames of(RpcSubscription annotation, String service, RpcJavaMethod method) {
		boolean namespace = !RpcSubscription.PREFIX.equals(annotation.namespace());
		if (namespace && !annotation.subscribe().isEmpty()) {
			throw new InvalidMethodException(
					"The subscription of the method " + method.describe()
							+ " has a namespace, and a method that subscribes to it",
					"Keep one of the two: a namespace has such a method already.");
		}
		if (!annotation.subscribe().isEmpty()) {
			return named(annotation, service, annotation.subscribe(),
					StringUtils.hasText(annotation.name()) ? annotation.name() : null, method);
		}
		if (!namespace && annotation.name().isEmpty() && isSubscribe(method.name())) {
			return named(annotation, service, method.name(), null, method);
		}
		String head = namespace ? annotation.namespace() : service;
		head = head.isEmpty() ? "" : head + "_";
		return new SubscriptionNames(head + SUBSCRIBE, given(annotation.unsubscribe(), service, head + "unsubscribe"),
				given(annotation.notification(), service, head + "subscription"),
				given(annotation.end(), service, end(annotation, service, head + "subscription")),
				annotation.name().isEmpty() ? method.name() : annotation.name());
	}

	private static SubscriptionNames named(RpcSubscription annotation, String service, String subscribe,
			@Nullable String kind, RpcJavaMethod method) {
		int word = wordIndex(subscribe);
		if (word < 0 && (annotation.unsubscribe().isEmpty() || annotation.notification().isEmpty())) {
			throw new InvalidMethodException(
					"The method " + method.describe() + " subscribes by '" + subscribe
							+ "', which does not tell how to unsubscribe and how the items are called",
					"Set 'unsubscribe' and 'notification' as well, or choose a name with the word 'subscribe' in it.");
		}
		String name = behind(service, subscribe);
		String head = (word < 0) ? name : name.substring(0, wordIndex(name));
		String rest = (word < 0) ? "" : name.substring(head.length() + SUBSCRIBE.length());
		String notification = head + (rest.isEmpty() ? "subscription"
				: StringUtils.uncapitalizeAsProperty(StringUtils.trimLeadingCharacter(rest, '_')));
		return new SubscriptionNames(name, given(annotation.unsubscribe(), service, head + "unsubscribe" + rest),
				given(annotation.notification(), service, notification),
				given(annotation.end(), service, end(annotation, service, notification)), kind);
	}

	private static String end(RpcSubscription annotation, String service, String notification) {
		return given(annotation.notification(), service, notification) + "End";
	}

	private static String given(String name, String service, String otherwise) {
		return name.isEmpty() ? otherwise : behind(service, name);
	}

	private static String behind(String service, String name) {
		return service.isEmpty() ? name : service + "." + name;
	}

	private static boolean isSubscribe(String name) {
		return wordIndex(name) == 0;
	}

	// "subscribe" as a word of its own, also the first one of "subscribeTrades"
	private static int wordIndex(String name) {
		int index = name.lastIndexOf(SUBSCRIBE);
		if (index < 0 || (index > 0 && Character.isLetterOrDigit(name.charAt(index - 1)))) {
			return -1;
		}
		int next = index + SUBSCRIBE.length();
		return (next == name.length() || !Character.isLowerCase(name.charAt(next))) ? index : -1;
	}

	/**
	 * Return whether both belong to one method that subscribes.
	 */
	boolean belongTogether(SubscriptionNames other) {
		return withoutKind().equals(other.withoutKind());
	}

	private SubscriptionNames withoutKind() {
		return new SubscriptionNames(this.subscribe, this.unsubscribe, this.notification, this.end, null);
	}

}
